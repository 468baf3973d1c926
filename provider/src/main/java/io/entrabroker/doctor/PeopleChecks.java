package io.entrabroker.doctor;

import java.util.List;

/** What is looked at under "Users". */
final class PeopleChecks {

  static final Check RESERVED_NAME =
      new Check(
          6401,
          Severity.ERROR,
          "A user of the realm has a name that is reserved: to OpenMetadata that is its "
              + "administrator or a bot.",
          "Delete the user, or bind the name to its owner under Name owners.");

  static final Check TEST_USER =
      new Check(
          6402,
          Severity.WARNING,
          "A user of the realm looks like one that was made for a test.",
          "Delete the user, unless somebody needs it.");

  static final Check DEFAULT_PASSWORD =
      new Check(
          6403,
          Severity.ERROR,
          "The administrator of this Keycloak has a password that everybody tries first.",
          "Change it, and set up a second factor.");

  static final Check TEMPORARY_ADMIN =
      new Check(
          6404,
          Severity.WARNING,
          "The temporary administrator of the first start still exists.",
          "Create an administrator of your own in the realm master, and delete the temporary "
              + "one.");

  static final Check ONE_FOR_TWO =
      new Check(
          6405,
          Severity.ERROR,
          "Two users have the same name or address in the catalog: there they would be one.",
          "Look at catalog_username and catalog_email of both, and correct the one that was changed "
              + "by hand.");

  static final Check BORROWED_NAME =
      new Check(
          6406,
          Severity.WARNING,
          "A local user goes by the name that somebody from Entra has in the catalog, which is "
              + "therefore not told who it is.",
          "Rename the local user, or delete it.");

  static final List<Check> ALL =
      List.of(
          RESERVED_NAME, ONE_FOR_TWO, TEST_USER, BORROWED_NAME, DEFAULT_PASSWORD, TEMPORARY_ADMIN);

  private PeopleChecks() {}
}
