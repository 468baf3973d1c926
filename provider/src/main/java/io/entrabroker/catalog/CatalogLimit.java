package io.entrabroker.catalog;

/** What a version of the catalog does not take over from a token, or does not take back. */
public enum CatalogLimit {
  /** In every version, for both kinds of client. */
  ADMIN_NEVER_UNSET(
      "Whoever was an administrator once stays one: take it away in OpenMetadata by hand."),
  /** Roles are synchronised from a list with something in it only. */
  EMPTY_ROLES_IGNORED(
      "An empty list of roles changes nothing: only another role replaces the last one."),
  /** Confidential clients since 1.11.6. */
  TEAMS_ONLY_ADDED("Teams are only added: remove a person from a team in OpenMetadata by hand."),
  /** Public clients, and confidential ones before 1.11.6. */
  TEAMS_IGNORED(
      "Teams of the token are not read: OpenMetadata reads them for confidential clients"
          + " since 1.11.6 only."),
  /** A person confirms the name in a form. */
  DISPLAY_NAME_ONLY_AT_SIGN_UP(
      "The display name is taken over at the first sign-in only: later changes do not arrive."),
  /** Read and dropped, or not read at all. */
  DISPLAY_NAME_NOT_STORED("The token's display name is not stored."),
  /** open-metadata/OpenMetadata#26507, #29189. */
  SIGN_UP_EMAIL_FROM_USERNAME(
      "A new person's address is stored as username@domain: whoever's username is not the part"
          + " before the '@' is locked out."),
  /** open-metadata/OpenMetadata#25538. */
  SUBJECT_BOUND(
      "A person is bound to the realm's user id at the first sign-in: after the realm's users were"
          + " created anew, an administrator of OpenMetadata must release everybody.");

  private final String text;

  CatalogLimit(String text) {
    this.text = text;
  }

  /** A sentence for the administrator: what happens, and what to do. */
  public String text() {
    return text;
  }
}
