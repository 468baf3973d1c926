package io.entrabroker.diagnostics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Entra's error codes, and what an administrator does about each.
 *
 * <p>Source: <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">
 * AADSTS error codes</a>. Their texts may change; only numbers are read.
 */
public enum AadstsCode {
  REDIRECT_URI_NOT_REGISTERED(
      50011,
      Where.MICROSOFT,
      "The redirect URI is not registered: add the one that the identity provider's page shows, exactly,"
          + " under the platform that is configured as registration."),
  USER_DISABLED(
      50057, Where.KEYCLOAK, "The account is disabled: enable it in Entra if it should be."),
  NOT_SIGNED_IN(
      50058,
      Where.KEYCLOAK,
      "A silent request found nobody signed in at Microsoft: sign in again."),
  NOT_ASSIGNED(
      50105,
      Where.KEYCLOAK,
      "Assignment is required and the person is not assigned: assign the person or a group to the"
          + " enterprise application (nested groups do not count)."),
  CODE_USED_TWICE(
      54005,
      Where.KEYCLOAK,
      "The code was redeemed before: a reloaded page, or a replay. Signing in again helps."),
  CONSENT_MISSING(
      65001,
      Where.KEYCLOAK,
      "Nobody has consented to the application: grant admin consent in Entra."),
  CONSENT_DECLINED(
      65004,
      Where.KEYCLOAK,
      "The person declined consent: grant admin consent, so that nobody is asked."),
  CODE_EXPIRED(
      70008, Where.KEYCLOAK, "The code or refresh token has expired: signing in again helps."),
  RESPONSE_MODE(70007, Where.KEYCLOAK, "The response mode does not fit the response type."),
  SCOPE_INVALID(70011, Where.KEYCLOAK, "A scope is not valid: check the scopes of the provider."),
  TENANT_NOT_FOUND(
      90002,
      Where.MICROSOFT,
      "The tenant does not exist in this cloud: check the authority, and which cloud the tenant is in."),
  PKCE_MISMATCH(
      501481,
      Where.KEYCLOAK,
      "The PKCE verifier does not fit: signing in again helps; if not, a replay."),
  APP_NOT_FOUND(
      700016,
      Where.MICROSOFT,
      "The client id is not known in this tenant: check the client id and the authority."),
  APP_IS_PUBLIC(
      700025,
      Where.KEYCLOAK,
      "A secret was sent for a redirect URI that is not registered as Web: choose the registration spa,"
          + " or register the redirect URI under Web."),
  ID_TOKEN_NOT_ENABLED(
      700054,
      Where.KEYCLOAK,
      "ID tokens are not enabled for the application: tick 'ID tokens' under Authentication, or choose"
          + " the flow code."),
  SECRET_WRONG(
      7000215,
      Where.KEYCLOAK,
      "The client secret is wrong: paste the Value of the secret, not the Secret ID."),
  SECRET_MISSING_FOR_CLIENT_CREDENTIALS(
      7000216, Where.KEYCLOAK, "No credential was sent: configure a client secret."),
  SECRET_MISSING(
      7000218,
      Where.KEYCLOAK,
      "No credential was sent for a Web registration: choose the registration web and configure a"
          + " secret."),
  SECRET_EXPIRED(
      7000222,
      Where.KEYCLOAK,
      "The client secret has expired: create a new one in Entra and paste it."),
  PKCE_MISSING(
      9002325,
      Where.KEYCLOAK,
      "Proof Key for Code Exchange is missing: something on the way drops it."),
  ORIGIN_FOR_WEB(
      9002326,
      Where.KEYCLOAK,
      "The redirect URI is registered as Web, not as single-page application: choose the registration"
          + " web, or register it under Single-page application."),
  ORIGIN_MISSING(
      9002327,
      Where.KEYCLOAK,
      "The redirect URI is registered as single-page application: choose the registration spa, or"
          + " register it under Web.");

  /** Where a person meets the error. */
  public enum Where {
    /** On Microsoft's own page, which never comes back here. */
    MICROSOFT,
    /** On a page of this server. */
    KEYCLOAK
  }

  private final int number;
  private final Where where;
  private final String explanation;

  AadstsCode(int number, Where where, String explanation) {
    this.number = number;
    this.where = where;
    this.explanation = explanation;
  }

  /** The number behind {@code AADSTS}. */
  public int number() {
    return number;
  }

  /** Where a person meets the error. */
  public Where where() {
    return where;
  }

  /** For administrators: what it means and what to do. */
  public String explanation() {
    return explanation;
  }

  /** The entry for a number. */
  public static Optional<AadstsCode> of(int number) {
    return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
  }
}
