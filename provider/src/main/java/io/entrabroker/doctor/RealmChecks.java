package io.entrabroker.doctor;

import java.util.List;

/** What is looked at under "The realm". */
final class RealmChecks {

  static final Check REALM_DISABLED =
      new Check(
          6201, Severity.ERROR, "The realm is disabled.", "Switch it on under Realm settings.");

  static final Check EVERY_TOKEN_TRUSTED =
      new Check(
          6202,
          Severity.ERROR,
          "The realm signs with RS256 by default, so OpenMetadata accepts the tokens of every "
              + "application in it.",
          "Set Realm settings > Tokens > Default signature algorithm to ES256.");

  static final Check NO_SIGNING_KEY =
      new Check(
          6203,
          Severity.ERROR,
          "The realm has no active key for RS256, which the catalog asks for.",
          "Add one under Realm settings > Keys > Add providers > rsa-generated.");

  static final Check KEY_OF_THE_CATALOG =
      new Check(
          6204,
          Severity.ERROR,
          "A key of the realm has the id of the key that OpenMetadata ships: whoever has that "
              + "key is anybody.",
          "Remove the key. Give OpenMetadata a key pair and a key id of its own.");

  static final Check TOO_MANY_KEYS =
      new Check(
          6205,
          Severity.WARNING,
          "The realm has more than ten keys that count: OpenMetadata remembers ten, and then "
              + "asks at every request.",
          "Remove keys that no token is signed with any more.");

  static final Check PROFILE_WRITABLE =
      new Check(
          6206,
          Severity.ERROR,
          "Users can write the attributes that say who they are: they could be anybody, and "
              + "nobody is let in.",
          "Give Edit of entra_oid, entra_tid, entra_upn, catalog_username and catalog_email to "
              + "administrators only.");

  static final Check REGISTRATION_OPEN =
      new Check(
          6207,
          Severity.ERROR,
          "Anybody can register in the realm, and choose a name in the catalog.",
          "Switch User registration off under Realm settings > Login.");

  static final Check USERNAMES_EDITABLE =
      new Check(
          6208,
          Severity.ERROR,
          "People can change their username, and so become somebody else in the catalog.",
          "Switch Edit username off under Realm settings > Login.");

  static final Check DUPLICATE_EMAILS =
      new Check(
          6209,
          Severity.ERROR,
          "Two users may have the same e-mail address: in the catalog they would be one.",
          "Switch Duplicate emails off under Realm settings > Login.");

  static final Check PASSWORD_RESET =
      new Check(
          6210,
          Severity.WARNING,
          "People can give themselves a password by mail, and then sign in past Entra.",
          "Switch Forgot password off under Realm settings > Login.");

  static final Check REQUIRED_ACTION =
      new Check(
          6211,
          Severity.WARNING,
          "A required action is enabled by which people change who they are, or get a way in "
              + "past Entra.",
          "Disable it under Authentication > Required actions.");

  static final Check NO_BRUTE_FORCE_PROTECTION =
      new Check(
          6212,
          Severity.WARNING,
          "Passwords of local accounts can be guessed without limit.",
          "Switch Brute force detection on, or have no local accounts.");

  static final Check NAMES_IN_THE_LOG =
      new Check(
          6213,
          Severity.WARNING,
          "The event listener jboss-logging writes whatever name was typed into the password "
              + "form.",
          "Remove it under Realm settings > Events > Event listeners.");

  static final Check LONG_SESSIONS =
      new Check(
          6214,
          Severity.WARNING,
          "A session lives longer than a day: whoever leaves stays signed in that long.",
          "Shorten SSO Session Max under Realm settings > Sessions, or keep sessions current: "
              + "docs/staying-current.md.");

  static final Check CATALOG_MAY_NOT_FRAME =
      new Check(
          6215,
          Severity.WARNING,
          "The catalog may not show the realm in a frame: its browser client cannot renew a "
              + "session silently.",
          "Add the catalog's address to frame-ancestors under Realm settings > Security "
              + "defenses > Content-Security-Policy.");

  static final Check PLAIN_ADDRESS =
      new Check(
          6216,
          Severity.ERROR,
          "The realm is reached without https, and not only from this machine: passwords and tokens can be read on the way, and browsers lose the sign-in.",
          "Set the hostname of Keycloak to an https address.");

  static final Check SSL_NOT_REQUIRED =
      new Check(
          6217,
          Severity.WARNING,
          "The realm accepts sign-ins without https.",
          "Set Realm settings > General > Require SSL to External requests, or to All.");

  static final Check EMAIL_AS_USERNAME =
      new Check(
          6218,
          Severity.WARNING,
          "The realm makes the address the username, which the catalog cannot take for people without an account at Entra.",
          "Switch Email as username off under Realm settings > Login.");

  static final Check REFRESH_TOKENS_ONCE =
      new Check(
          6219,
          Severity.WARNING,
          "A refresh token may be used once only: OpenMetadata up to 1.13 renews in each tab, and signs out whoever has two.",
          "Switch Revoke Refresh Token off under Realm settings > Tokens.");

  static final Check REFRESH_TOKENS_ONCE_LATER =
      new Check(
          6221,
          Severity.NOTE,
          "A refresh token may be used once only: whether OpenMetadata after 2.0 keeps the next one is not verified.",
          "Try whether sessions outlive the first renewal, or switch Revoke Refresh Token off under Realm settings > Tokens.");

  static final Check NO_EVENTS =
      new Check(
          6220,
          Severity.NOTE,
          "The realm keeps no events: who was refused, and what administrators did, cannot be looked up.",
          "Switch Save events on under Realm settings > Events, for users and administrators.");

  static final List<Check> ALL =
      List.of(
          REALM_DISABLED,
          PLAIN_ADDRESS,
          EVERY_TOKEN_TRUSTED,
          NO_SIGNING_KEY,
          KEY_OF_THE_CATALOG,
          TOO_MANY_KEYS,
          PROFILE_WRITABLE,
          REGISTRATION_OPEN,
          USERNAMES_EDITABLE,
          DUPLICATE_EMAILS,
          PASSWORD_RESET,
          REQUIRED_ACTION,
          NO_BRUTE_FORCE_PROTECTION,
          NAMES_IN_THE_LOG,
          LONG_SESSIONS,
          CATALOG_MAY_NOT_FRAME,
          SSL_NOT_REQUIRED,
          EMAIL_AS_USERNAME,
          REFRESH_TOKENS_ONCE,
          REFRESH_TOKENS_ONCE_LATER,
          NO_EVENTS);

  private RealmChecks() {}
}
