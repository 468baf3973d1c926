package io.entrabroker.doctor;

import java.util.List;

/** What is looked at under "Microsoft Entra ID". */
final class EntraChecks {

  static final Check ENTRA_UNREACHABLE =
      new Check(
          6101,
          Severity.ERROR,
          "The authority does not answer as a tenant does.",
          "Check the way out of this server: name resolution, proxy, trust store, firewall. What a "
              + "code means: docs/messages.md.");

  static final Check TENANT_UNKNOWN =
      new Check(
          6102,
          Severity.ERROR,
          "Microsoft knows no such tenant.",
          "Copy the tenant id from Entra admin center > Overview; check the cloud.");

  static final Check WRONG_CLOUD =
      new Check(
          6103,
          Severity.ERROR,
          "The tenant lives in another cloud of Microsoft.",
          "Write the authority of its cloud: docs/tenants.md.");

  static final Check KEYS_UNREADABLE =
      new Check(
          6104,
          Severity.ERROR,
          "The signing keys cannot be read: no token can be verified.",
          "Check the way out of this server to the login host.");

  static final Check CLOCK_SKEW =
      new Check(
          6105,
          Severity.WARNING,
          "The clock of this server and that of Microsoft differ.",
          "Set the clock by NTP: tokens of the future, or of the past, are refused.");

  static final Check APPLICATION_UNKNOWN =
      new Check(
          6106,
          Severity.ERROR,
          "Microsoft does not know the client id in this tenant.",
          "Copy the Application (client) ID of the app registration, not its object id; check "
              + "the tenant.");

  static final Check CREDENTIAL_REFUSED =
      new Check(
          6107,
          Severity.ERROR,
          "Microsoft refuses the credential of this server.",
          "Create a new one under Certificates & secrets (copy the Value of a secret, not its "
              + "ID): docs/credentials.md.");

  static final Check CREDENTIAL_EXPIRED =
      new Check(
          6108,
          Severity.ERROR,
          "The credential of this server has expired.",
          "Create a new one under Certificates & secrets and enter it here: "
              + "docs/credentials.md.");

  static final Check CREDENTIAL_NOT_PROVEN =
      new Check(
          6109,
          Severity.NOTE,
          "Whether the credential is good could not be found out.",
          "Nothing, if people sign in; else look the code up in docs/messages.md.");

  static final Check GRAPH_UNREACHABLE =
      new Check(
          6110,
          Severity.WARNING,
          "Microsoft Graph does not answer, and groups decide something here.",
          "Check the way out of this server to the host named: people with many groups are not "
              + "looked up.");

  static final Check REDIRECT_UNKNOWN =
      new Check(
          6111,
          Severity.WARNING,
          "Microsoft seems not to know the redirect URI (unverified: asked without a person).",
          "Register it exactly as the page of the identity provider shows it, under the platform of the setting Registration.");

  static final Check OTHER_PLATFORM =
      new Check(
          6112,
          Severity.WARNING,
          "The redirect URI seems to be registered for a single-page application, not for Web (unverified: asked without a person).",
          "Register it under the platform Web, or set Registration to spa.");

  static final Check IMPLICIT_NOT_TICKED =
      new Check(
          6113,
          Severity.WARNING,
          "The app registration seems to issue no ID tokens without a code, which the flow id_token needs (unverified: asked without a person).",
          "Tick ID tokens under Authentication > Implicit grant and hybrid flows, or set Flow to code.");

  static final Check SIGN_IN_REFUSED =
      new Check(
          6114,
          Severity.WARNING,
          "Microsoft seems to refuse every sign-in (unverified: asked without a person).",
          "Look the code up in docs/messages.md, and sign in to see whether it is so.");

  static final Check OWN_PERMISSIONS =
      new Check(
          6115,
          Severity.WARNING,
          "The app registration has permissions of its own at Microsoft Graph, which this server does not use: whoever has its credential has them.",
          "Remove the application permissions under API permissions; delegated ones are enough.");

  static final Check NEEDS_A_PERSON =
      new Check(
          6116,
          Severity.NOTE,
          "The settings need claims or permissions of the app registration of which nobody can say without a person whether they are there.",
          "Sign in once; what is missing is in the log of the server. deploy/entra registers all of them.");

  static final List<Check> ALL =
      List.of(
          ENTRA_UNREACHABLE,
          TENANT_UNKNOWN,
          WRONG_CLOUD,
          KEYS_UNREADABLE,
          CLOCK_SKEW,
          APPLICATION_UNKNOWN,
          CREDENTIAL_REFUSED,
          CREDENTIAL_EXPIRED,
          CREDENTIAL_NOT_PROVEN,
          GRAPH_UNREACHABLE,
          REDIRECT_UNKNOWN,
          OTHER_PLATFORM,
          IMPLICIT_NOT_TICKED,
          SIGN_IN_REFUSED,
          OWN_PERMISSIONS,
          NEEDS_A_PERSON);

  private EntraChecks() {}
}
