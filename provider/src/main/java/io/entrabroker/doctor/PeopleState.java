package io.entrabroker.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * Users who should not be there.
 *
 * @param reserved names of users of the realm that belong to the catalog's administrators and bots
 * @param tests names of users of the realm that look like those of a test
 * @param isDefaultPassword whether the administrator of this Keycloak has a password that everybody
 *     tries first
 * @param isTemporaryAdmin whether the administrator of the first start is still there
 */
public record PeopleState(
    List<String> reserved,
    List<String> tests,
    boolean isDefaultPassword,
    boolean isTemporaryAdmin) {

  public PeopleState {
    reserved = List.copyOf(reserved);
    tests = List.copyOf(tests);
  }

  Stream<Diagnosis> look() {
    Stream.Builder<Diagnosis> found = Stream.builder();
    reserved.stream().map(PeopleChecks.RESERVED_NAME::diagnosis).forEach(found);
    tests.stream().map(PeopleChecks.TEST_USER::diagnosis).forEach(found);
    if (isDefaultPassword) {
      found.add(PeopleChecks.DEFAULT_PASSWORD.diagnosis());
    }
    if (isTemporaryAdmin) {
      found.add(PeopleChecks.TEMPORARY_ADMIN.diagnosis());
    }
    return found.build();
  }
}
