package io.entrabroker.doctor;

import java.util.List;

/** What is looked at of the catalog's settings, those of who and where apart. */
public final class SettingChecks {

  public static final Check DATABASE_WINS =
      new Check(
          6528,
          Severity.NOTE,
          "This release keeps its settings in its database, which wins over files and variables: correcting those alone changes nothing (#31786).",
          "Write them there by bin/catalog-config --apply. Or correct files and variables, run ./bootstrap/openmetadata-ops.sh remove-security-config --force on the server, and restart every replica.");

  public static final Check DOMAIN_REFUSED =
      Check.ofSetting(
          6529,
          Severity.ERROR,
          "The catalog refuses addresses of a mail domain of the identity provider.",
          "Set enforcePrincipalDomain to false and allowedEmailRegistrationDomains to all: the realm decides who comes in.");

  public static final Check GUESTS_REFUSED =
      Check.ofSetting(
          6530,
          Severity.WARNING,
          "The catalog takes addresses of some mail domains only: guests whom the realm lets in are refused.",
          "Set enforcePrincipalDomain to false and allowedEmailRegistrationDomains to all, unless that is intended.");

  public static final Check SERVER_CANNOT =
      Check.ofSetting(
          6531,
          Severity.ERROR,
          "The catalog's server signs people in with a setting by which nobody comes in.",
          "Set it as bin/catalog-config writes it.");

  public static final Check SERVER_DIFFERS =
      Check.ofSetting(
          6532,
          Severity.WARNING,
          "The catalog's server signs people in with another setting than the realm would write.",
          "Set it as bin/catalog-config writes it, unless it is intended.");

  public static final Check SESSION_OUTLIVES =
      Check.ofSetting(
          6533,
          Severity.WARNING,
          "Sessions of OpenMetadata 2.0 never ask the realm again, and live longer than its own: whoever leaves stays signed in.",
          "Set sessionExpiry (AUTHENTICATION_SESSION_EXPIRY) to the realm's SSO Session Max.");

  static final List<Check> ALL =
      List.of(
          DOMAIN_REFUSED,
          SERVER_CANNOT,
          GUESTS_REFUSED,
          SERVER_DIFFERS,
          SESSION_OUTLIVES,
          DATABASE_WINS);

  private SettingChecks() {}
}
