package io.entrabroker.simulator.errors;

import java.util.Locale;

/**
 * The AADSTS codes that the simulator knows, each with the OAuth error it travels with.
 *
 * <p>Codes and errors follow Microsoft's page "Microsoft Entra authentication and authorization
 * error codes"; the wording is only close to Entra's: clients must not depend on it.
 */
public enum Aadsts {
  REDIRECT_URI_MISMATCH(
      50011,
      "invalid_request",
      "The redirect URI '%s' specified in the request does not match the redirect URIs configured"
          + " for the application '%s'."),
  TOKEN_MALFORMED(50027, "invalid_request", "Invalid JWT token. %s."),
  ASSERTION_SUBJECT_DIFFERS(
      50048, "invalid_client", "Subject mismatches Issuer claim in the client assertion."),
  INSTANCE_UNKNOWN(50049, "invalid_instance", "Unknown or invalid instance."),
  USER_DISABLED(50057, "invalid_grant", "The user account is disabled."),
  NOT_SIGNED_IN(
      50058, "login_required", "A silent sign-in request was sent but no user is signed in."),
  ACCOUNT_FROM_ELSEWHERE(
      50020,
      "invalid_request",
      "User account '%s' from another identity provider does not exist in tenant '%s' and cannot"
          + " access the application in that tenant. The account needs to be added as an external"
          + " user in the tenant first."),
  USER_NOT_FOUND(50034, "invalid_grant", "The user account does not exist in the %s directory."),
  STRONG_AUTHENTICATION_REQUIRED(
      50074, "invalid_grant", "Strong authentication is required to access '%s'."),
  MFA_REQUIRED(
      50076,
      "invalid_grant",
      "Due to a configuration change made by your administrator, or because you moved to a new"
          + " location, you must use multi-factor authentication to access '%s'."),
  MFA_EXPIRED(
      50078,
      "invalid_grant",
      "Presented multi-factor authentication has expired due to policies configured by your"
          + " administrator, you must refresh your multi-factor authentication to access '%s'."),
  MFA_ENROLMENT_REQUIRED(
      50079,
      "invalid_grant",
      "Due to a configuration change made by your administrator, or because you moved to a new"
          + " location, you must enroll in multi-factor authentication to access '%s'."),
  GRANT_REVOKED(
      50173,
      "invalid_grant",
      "The provided grant has expired due to it being revoked, a fresh auth token is needed. The"
          + " user might have changed or reset their password. The grant was issued on '%s' and"
          + " the TokensValidFrom date (before which tokens are not valid) for this user is"
          + " '%s'."),
  BLOCKED_BY_CONDITIONAL_ACCESS(
      53003,
      "invalid_grant",
      "Access has been blocked by Conditional Access policies. The access policy does not allow"
          + " token issuance."),
  NOT_ASSIGNED(
      50105,
      "interaction_required",
      "The signed in user is not assigned to a role for the application '%s'."),
  SINGLE_TENANT_APPLICATION(
      50194,
      "invalid_request",
      "Application '%s' is not multi-tenant. Use a tenant-specific endpoint, not /common."),
  CODE_ALREADY_REDEEMED(
      54005,
      "invalid_grant",
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use"
          + " an existing refresh token."),
  EXTERNAL_ISSUER_FAILED(50166, "invalid_request", "Request to External OIDC endpoint failed."),
  CONSENT_MISSING(
      65001,
      "invalid_grant",
      "The user or administrator has not consented to use the application with ID '%s'."),
  CONSENT_DECLINED(65004, "access_denied", "User declined to consent to access the app."),
  GRANT_INVALID(70000, "invalid_grant", "Provided grant is invalid or malformed."),
  GRANT_TYPE_UNSUPPORTED(
      70003, "unsupported_grant_type", "The app requested an unsupported grant type '%s'."),
  RESPONSE_TYPE_UNSUPPORTED(
      70005, "unsupported_response_type", "The response type '%s' is not supported."),
  RESPONSE_MODE_UNSUPPORTED(
      70007,
      "invalid_request",
      "'%s' is not a supported value of 'response_mode' for this request."),
  GRANT_EXPIRED(
      70008,
      "invalid_grant",
      "The provided authorization code or refresh token has expired. Send a new interactive"
          + " authorization request for this user and resource."),
  SCOPE_INVALID(
      70011,
      "invalid_scope",
      "The provided value for the input parameter 'scope' is not valid. The scope %s is not"
          + " valid."),
  FEDERATED_CREDENTIAL_UNKNOWN(
      70021,
      "invalid_request",
      "No matching federated identity record found for presented assertion. Assertion Issuer:"
          + " '%s'. Assertion Subject: '%s'. Assertion Audience: '%s'."),
  TENANT_UNKNOWN(
      90002,
      "invalid_request",
      "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing"
          + " into the correct cloud."),
  OTHER_CLOUD(
      90038,
      "invalid_request",
      "Tenant '%s' request is being redirected to the National Cloud '%s'."),
  ADMIN_CONSENT_NEEDED(
      90094,
      "access_denied",
      "%s needs permission to access resources in your organization that only an admin can"
          + " grant."),
  QUERY_TOO_LONG(90015, "invalid_request", "The query string is too long."),
  REQUEST_INVALID(90023, "invalid_request", "Unsupported '%s' value."),
  SIGN_IN_FREQUENCY(
      70043,
      "invalid_grant",
      "The refresh token has expired or is invalid due to sign-in frequency checks by conditional"
          + " access. The token was issued on %s and the maximum allowed lifetime for this request"
          + " is %s."),
  RESOURCE_UNKNOWN(
      500011,
      "invalid_resource",
      "The resource principal named %s was not found in the tenant named %s."),
  NO_REDIRECT_URI(500113, "invalid_request", "No reply address is registered for the application."),
  REDIRECT_URI_OF_CODE_DIFFERS(
      500112,
      "invalid_grant",
      "The reply address '%s' does not match the reply address provided when requesting the"
          + " authorization code."),
  CODE_VERIFIER_MISMATCH(
      501481,
      "invalid_grant",
      "The Code_Verifier does not match the code_challenge supplied in the authorization"
          + " request."),
  CODE_CHALLENGE_SIZE(501491, "invalid_request", "Invalid size of Code_Challenge parameter."),
  TENANT_OF_CODE_DIFFERS(
      700005,
      "invalid_grant",
      "Provided Authorization Code is intended to use against other tenant, thus rejected."),
  APPLICATION_UNKNOWN(
      700016,
      "unauthorized_client",
      "Application with identifier '%s' was not found in the directory '%s'."),
  ASSERTION_CLIENT_DIFFERS(
      700021,
      "invalid_client",
      "Client assertion application identifier doesn't match 'client_id' parameter."),
  ASSERTION_AUDIENCE_DIFFERS(
      700023, "invalid_client", "Client assertion audience claim does not match Realm issuer."),
  ASSERTION_OUT_OF_TIME(
      700024,
      "invalid_client",
      "Client assertion is not within its valid time range. Current time: %s, assertion valid from"
          + " %s, expiry time of assertion %s."),
  PUBLIC_CLIENT_SENT_CREDENTIAL(
      700025,
      "invalid_client",
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."),
  ASSERTION_SIGNATURE_INVALID(
      700027,
      "invalid_client",
      "Client assertion contains an invalid signature. [Reason - %s, Thumbprint of key used by"
          + " client: '%s']."),
  APPLICATION_ID_MALFORMED(
      700038, "unauthorized_client", "%s is not a valid application identifier."),
  TOKEN_IMPLICIT_DISABLED(
      700051,
      "unsupported_response_type",
      "Response_type 'token' is not enabled for the application."),
  ID_TOKEN_IMPLICIT_DISABLED(
      700054,
      "unsupported_response_type",
      "Response_type 'id_token' is not enabled for the application."),
  REFRESH_TOKEN_INACTIVE(
      700082, "invalid_grant", "The refresh token has expired due to inactivity."),
  SPA_REFRESH_TOKEN_EXPIRED(
      700084,
      "invalid_grant",
      "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited"
          + " lifetime of 24 hours, which can not be extended. It is now expired."),
  FEDERATED_ISSUER_UNKNOWN(
      700211,
      "invalid_client",
      "No matching federated identity record found for presented assertion issuer '%s'."),
  FEDERATED_AUDIENCE_UNKNOWN(
      700212,
      "invalid_client",
      "No matching federated identity record found for presented assertion audience '%s'."),
  FEDERATED_SUBJECT_UNKNOWN(
      700213,
      "invalid_client",
      "No matching federated identity record found for presented assertion subject '%s'."),
  FEDERATED_USER_TOKEN(
      700229,
      "invalid_client",
      "Only app-only tokens can be used as Federated Identity Credentials for the Entra issuer."),
  PARAMETER_MISSING(
      900144, "invalid_request", "The request must contain the following parameter: '%s'."),
  CONFIDENTIAL_ACROSS_CLOUDS(
      900382, "invalid_request", "Confidential Client is not supported in Cross Cloud request."),
  GOVERNMENT_CLIENT_AT_PUBLIC(
      900439, "invalid_request", "USG client not supported on public endpoint."),
  METHOD_NOT_POST(
      900561, "invalid_request", "The endpoint only accepts POST requests. Received a %s request."),
  RESOURCE_PARAMETER_ON_V2(
      901002, "invalid_request", "The 'resource' request parameter is not supported."),
  SCOPE_NOT_DEFAULT(
      1002012,
      "invalid_scope",
      "The provided value for scope %s is not valid. Client credential flows must have a scope"
          + " value with /.default suffixed to the resource identifier."),
  ASSERTION_ALGORITHM_UNSUPPORTED(
      5002730, "invalid_request", "Invalid JWT token. Unsupported key for the signing algorithm."),
  FEDERATED_SUBJECT_CASE(
      7002138,
      "invalid_client",
      "No matching federated identity record found for presented assertion subject '%s'. The"
          + " subject matches only when its case is ignored."),
  APPLICATION_DISABLED(7000112, "unauthorized_client", "Application '%s' is disabled."),
  WRONG_SECRET(
      7000215,
      "invalid_client",
      "Invalid client secret provided. Ensure the secret being sent in the request is the client"
          + " secret value, not the client secret ID, for a secret added to app '%s'."),
  NO_CREDENTIAL(
      7000216,
      "invalid_client",
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials'"
          + " grant type."),
  CREDENTIAL_MISSING(
      7000218,
      "invalid_client",
      "The request body must contain the following parameter: 'client_assertion' or"
          + " 'client_secret'."),
  SECRET_EXPIRED(
      7000222, "invalid_client", "The provided client secret keys for app '%s' are expired."),
  ALIAS_NOT_SUPPORTED(
      9001023,
      "invalid_request",
      "The grant type is not supported over the /common or /consumers endpoints. Please use the"
          + " /organizations or tenant-specific endpoint."),
  SPA_WITHOUT_PKCE(
      9002325,
      "invalid_request",
      "Proof Key for Code Exchange is required for cross-origin authorization code redemption."),
  CROSS_ORIGIN_NOT_SPA(
      9002326,
      "invalid_request",
      "Cross-origin token redemption is permitted only for the 'Single-Page Application'"
          + " client-type. Request origin: '%s'."),
  SPA_WITHOUT_ORIGIN(
      9002327,
      "invalid_request",
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via"
          + " cross-origin requests."),
  SERVICE_PRINCIPAL_MISSING(
      7000229,
      "unauthorized_client",
      "The client application %s is missing service principal in the tenant %s."),
  PERSONAL_ACCOUNTS_ONLY(
      9002331,
      "invalid_request",
      "Application '%s' is configured for use by Microsoft Account users only. Please use the"
          + " /consumers endpoint to serve this request."),
  NOT_FOR_PERSONAL_ACCOUNTS(
      9002332,
      "invalid_request",
      "Application is configured for use by Microsoft Entra users only. Please do not use the"
          + " /consumers endpoint to serve this request."),
  TOO_MANY_REQUESTS(
      90055, "temporarily_unavailable", "There are too many incoming requests. Please try again."),
  TEMPORARILY_UNAVAILABLE(
      90033, "temporarily_unavailable", "A transient error has occurred. Please try again.");

  private final int code;
  private final String error;
  private final String text;

  Aadsts(int code, String error, String text) {
    this.code = code;
    this.error = error;
    this.text = text;
  }

  /** The number after "AADSTS". */
  public int code() {
    return code;
  }

  /** The OAuth error it travels with unless an endpoint reports it as another. */
  public String error() {
    return error;
  }

  /** The HTTP status at the token endpoint. */
  public int status() {
    return AadstsError.of(code, error, text).status();
  }

  /** How number and OAuth error are known to be Entra's. */
  public Evidence evidence() {
    return Evidence.of(this);
  }

  /** With placeholders. */
  public String text() {
    return text;
  }

  /**
   * The error with its wording completed.
   *
   * @param details fill the placeholders of the wording, in order
   */
  public AadstsError with(Object... details) {
    return AadstsError.of(code, error, String.format(Locale.ROOT, text, details));
  }

  /** {@link #with(Object...)}, to be thrown. */
  public AadstsException thrown(Object... details) {
    return new AadstsException(with(details));
  }
}
