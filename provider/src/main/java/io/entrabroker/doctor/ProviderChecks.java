package io.entrabroker.doctor;

import java.util.List;

/** What is looked at under "The identity provider". */
final class ProviderChecks {

  static final Check NO_PROVIDER =
      new Check(
          6001,
          Severity.ERROR,
          "The realm has no identity provider of the type entra.",
          "Import the realm file, or add Identity providers > Microsoft Entra ID.");

  static final Check PROVIDER_DISABLED =
      new Check(
          6002,
          Severity.ERROR,
          "The identity provider is disabled: nobody signs in with Microsoft.",
          "Switch Enabled on.");

  static final Check SETTINGS_WRONG =
      new Check(
          6003,
          Severity.ERROR,
          "The identity provider has a setting that is not valid, so nobody signs in.",
          "Correct it as the sentence says.");

  static final Check FIRST_SIGN_IN_FLOW =
      new Check(
          6004,
          Severity.ERROR,
          "The first login flow is not the one that was made for this provider, so nobody comes"
              + " in for the first time.",
          "Choose a flow whose only step is Entra: create the person, or refuse (required).");

  static final Check PROVIDER_LINK_ONLY =
      new Check(
          6005,
          Severity.ERROR,
          "The identity provider only links accounts: nobody signs in with it.",
          "Switch Account linking only off.");

  static final Check CREDENTIAL_MISSING =
      new Check(
          6006,
          Severity.ERROR,
          "The credential with which this server proves itself at Microsoft cannot be used.",
          "Do what the sentence says, on every node.");

  static final Check MAPPER_MISSING =
      new Check(
          6007,
          Severity.WARNING,
          "A mapper of the identity provider is missing: what it brings never arrives.",
          "Add it on the tab Mappers of the identity provider.");

  static final Check NAMES_NOT_FOLLOWED =
      new Check(
          6008,
          Severity.WARNING,
          "The sync mode is not Force: names, roles and groups stay as they were at the first "
              + "sign-in.",
          "Set Sync mode to Force.");

  static final Check NO_MAIL_DOMAINS =
      new Check(
          6009,
          Severity.WARNING,
          "No mail domain is listed, so nearly everybody is refused (ENTRA4007).",
          "List the domains whose addresses your organisation itself hands out, under Mail "
              + "domains.");

  static final Check OTHER_PROVIDERS =
      new Check(
          6010,
          Severity.WARNING,
          "Another identity provider is enabled in the realm: whoever comes in by it has a name"
              + " of its choice in the catalog.",
          "Disable it, or move it to a realm of its own.");

  static final Check CERTIFICATE_ENDS =
      new Check(
          6011,
          Severity.WARNING,
          "The certificate with which this server signs in at Microsoft expires soon, or has "
              + "expired.",
          "Upload the next one in Entra beside the old one, then switch to it here: "
              + "docs/credentials.md.");

  static final Check SESSIONS_NOT_FOLLOWED =
      new Check(
          6012,
          Severity.NOTE,
          "Living sessions are not compared with Entra: whoever is disabled there stays signed "
              + "in until the session ends.",
          "Use the flow code and set a refresh interval, if an hour matters: docs/staying-"
              + "current.md.");

  static final Check IN_AN_ORGANISATION =
      new Check(
          6013,
          Severity.WARNING,
          "The identity provider belongs to an organization of Keycloak: the sign-in page does not show it to everybody.",
          "Take it from the organization; which tenants may sign in is a setting of the provider.");

  static final Check HIDDEN =
      new Check(
          6014,
          Severity.NOTE,
          "The identity provider is hidden on the sign-in page: people get to Microsoft only where the catalog names it (kc_idp_hint).",
          "Switch Hide on login page off, unless the catalog names it.");

  static final Check MAPPER_FROZEN =
      new Check(
          6015,
          Severity.WARNING,
          "A mapper of the identity provider does not follow its sync mode: what it brings stays as it was at the first sign-in.",
          "Set Sync mode override of the mapper to Inherit.");

  static final Check FOREIGN_MAPPER =
      new Check(
          6016,
          Severity.ERROR,
          "Another mapper writes who somebody is: a name or an address from Entra that people can change.",
          "Remove the mapper; this provider brings names and addresses itself.");

  static final Check EVERYBODY =
      new Check(
          6017,
          Severity.NOTE,
          "Everybody whom Entra signs in comes into the catalog.",
          "Set Access gate, or require assignment in the enterprise application, if that is not intended.");

  static final List<Check> ALL =
      List.of(
          NO_PROVIDER,
          PROVIDER_DISABLED,
          SETTINGS_WRONG,
          FIRST_SIGN_IN_FLOW,
          PROVIDER_LINK_ONLY,
          CREDENTIAL_MISSING,
          MAPPER_MISSING,
          FOREIGN_MAPPER,
          NAMES_NOT_FOLLOWED,
          NO_MAIL_DOMAINS,
          OTHER_PROVIDERS,
          CERTIFICATE_ENDS,
          SESSIONS_NOT_FOLLOWED,
          IN_AN_ORGANISATION,
          HIDDEN,
          MAPPER_FROZEN,
          EVERYBODY);

  private ProviderChecks() {}
}
