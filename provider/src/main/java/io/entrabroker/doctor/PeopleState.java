package io.entrabroker.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * Users who should not be there, or get in one another's way.
 *
 * @param reserved names of users of the realm that belong to the catalog's administrators and bots
 * @param tests names of users of the realm that look like those of a test
 * @param sharing ids of two users each who would be one in the catalog
 * @param borrowing ids of users who go by a name that somebody else has in the catalog, and theirs
 * @param admins administrators of the whole server
 */
public record PeopleState(
    List<String> reserved,
    List<String> tests,
    List<String> sharing,
    List<String> borrowing,
    Admins admins) {

  /**
   * Administrators of the whole server.
   *
   * @param isDefaultPassword whether one has a password that everybody tries first
   * @param isTemporary whether the one of the first start is still there
   */
  public record Admins(boolean isDefaultPassword, boolean isTemporary) {

    /** Whoever asks may not know. */
    public static final Admins UNSEEN = new Admins(false, false);
  }

  public PeopleState {
    reserved = List.copyOf(reserved);
    tests = List.copyOf(tests);
    sharing = List.copyOf(sharing);
    borrowing = List.copyOf(borrowing);
  }

  Stream<Diagnosis> look() {
    Stream.Builder<Diagnosis> found = Stream.builder();
    reserved.stream().map(PeopleChecks.RESERVED_NAME::diagnosis).forEach(found);
    tests.stream().map(PeopleChecks.TEST_USER::diagnosis).forEach(found);
    sharing.stream().map(PeopleChecks.ONE_FOR_TWO::diagnosis).forEach(found);
    borrowing.stream().map(PeopleChecks.BORROWED_NAME::diagnosis).forEach(found);
    if (admins.isDefaultPassword()) {
      found.add(PeopleChecks.DEFAULT_PASSWORD.diagnosis());
    }
    if (admins.isTemporary()) {
      found.add(PeopleChecks.TEMPORARY_ADMIN.diagnosis());
    }
    return found.build();
  }
}
