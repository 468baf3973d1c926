package io.entrabroker.doctor;

import java.util.List;

/** What is looked at under "The catalog's client", its addresses apart. */
final class ClientChecks {

  static final Check NO_CLIENT =
      new Check(
          6301,
          Severity.ERROR,
          "The realm has no client for the catalog.",
          "Import the realm file, or create openmetadata-web as it says.");

  static final Check NO_CLIENT_ENABLED =
      new Check(
          6302,
          Severity.ERROR,
          "No client of the catalog is enabled.",
          "Enable the one that the catalog uses.");

  static final Check BOTH_CLIENTS =
      new Check(
          6303,
          Severity.WARNING,
          "Both clients of the catalog are enabled; it uses one.",
          "Disable the other one.");

  static final Check WRONG_KIND =
      new Check(
          6304,
          Severity.ERROR,
          "The client is not of its kind: openmetadata-web authenticates itself, openmetadata-"
              + "spa does not.",
          "Set Client authentication accordingly.");

  static final Check NO_SECRET_ACCEPTED =
      new Check(
          6330,
          Severity.ERROR,
          "The client does not authenticate by a secret, which is what OpenMetadata has.",
          "Set Credentials > Client Authenticator to Client Id and Secret.");

  static final Check SECRET_MISSING =
      new Check(
          6306,
          Severity.ERROR,
          "The client has no secret, or a placeholder stands in its place: anybody who reads "
              + "the realm file knows it.",
          "Regenerate it under Credentials, and give it to the catalog.");

  static final Check SECRET_SHORT =
      new Check(
          6307,
          Severity.WARNING,
          "The secret of the client is shorter than 32 characters.",
          "Regenerate it under Credentials, and give it to the catalog.");

  static final Check NO_STANDARD_FLOW =
      new Check(
          6311,
          Severity.ERROR,
          "The standard flow of the client is off.",
          "Switch it on under Capability config.");

  static final Check DEMANDING_REQUESTS =
      new Check(
          6332,
          Severity.ERROR,
          "The client demands pushed or signed requests, which OpenMetadata does not send.",
          "Switch both off under Advanced.");

  static final Check ISSUER_LEFT_OUT =
      new Check(
          6329,
          Severity.ERROR,
          "The client leaves the issuer out of its answers, and OpenMetadata takes that for an attack (RFC 9207).",
          "Switch Exclude Issuer From Authentication Response off under Advanced.");

  static final Check NO_IMPLICIT_FLOW =
      new Check(
          6312,
          Severity.ERROR,
          "The implicit flow of the client is off, and OpenMetadata up to 1.13 uses it whatever"
              + " is configured (#29597).",
          "Switch it on under Capability config.");

  static final Check NO_IMPLICIT_FLOW_LATER =
      new Check(
          6335,
          Severity.WARNING,
          "The implicit flow of the client is off, and OpenMetadata from 2.0 on uses it unless its responseType is code.",
          "Switch it on under Capability config, or set AUTHENTICATION_RESPONSE_TYPE=code.");

  static final Check PASSWORDS_AT_THE_CLIENT =
      new Check(
          6313,
          Severity.WARNING,
          "The client may take passwords (direct access grants): a way in past Entra.",
          "Switch Direct access grants off.");

  static final Check CONSENT_ASKED =
      new Check(
          6314,
          Severity.WARNING,
          "The client asks everybody for consent.",
          "Switch Consent required off.");

  static final Check NO_SERVICE_ACCOUNT =
      new Check(
          6315,
          Severity.WARNING,
          "The client has no service account, which OpenMetadata's validator asks for when "
              + "settings are saved.",
          "Switch Service account roles on.");

  static final Check PKCE_DEMANDED =
      new Check(
          6317,
          Severity.NOTE,
          "The client demands PKCE, which OpenMetadata leaves out by default.",
          "See to it that the catalog has disablePkce=false, as the exported configuration says; bin/doctor --catalog looks.");

  static final Check OTHER_TRUSTED_CLIENTS =
      new Check(
          6326,
          Severity.WARNING,
          "Another client signs with RS256, so OpenMetadata accepts its tokens.",
          "Set the algorithms of its tokens and its user info to ES256, or move it to a realm of its own.");

  static final List<Check> ALL =
      List.of(
          NO_CLIENT,
          NO_CLIENT_ENABLED,
          BOTH_CLIENTS,
          WRONG_KIND,
          NO_SECRET_ACCEPTED,
          SECRET_MISSING,
          SECRET_SHORT,
          NO_STANDARD_FLOW,
          DEMANDING_REQUESTS,
          ISSUER_LEFT_OUT,
          NO_IMPLICIT_FLOW,
          NO_IMPLICIT_FLOW_LATER,
          PASSWORDS_AT_THE_CLIENT,
          CONSENT_ASKED,
          NO_SERVICE_ACCOUNT,
          PKCE_DEMANDED,
          OTHER_TRUSTED_CLIENTS);

  private ClientChecks() {}
}
