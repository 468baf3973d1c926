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

  static final List<Check> ALL =
      List.of(RESERVED_NAME, TEST_USER, DEFAULT_PASSWORD, TEMPORARY_ADMIN);

  private PeopleChecks() {}
}
