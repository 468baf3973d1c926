package io.entrabroker.simulator.errors;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How it is known that a number and the OAuth error it travels with are Entra's. */
public enum Evidence {
  /** Seen together in public recordings of real traffic. */
  RECORDED(
      EnumSet.of(
          Aadsts.USER_NOT_FOUND,
          Aadsts.INSTANCE_UNKNOWN,
          Aadsts.NOT_SIGNED_IN,
          Aadsts.MFA_REQUIRED,
          Aadsts.MFA_EXPIRED,
          Aadsts.GRANT_REVOKED,
          Aadsts.BLOCKED_BY_CONDITIONAL_ACCESS,
          Aadsts.NOT_ASSIGNED,
          Aadsts.CONSENT_DECLINED,
          Aadsts.GRANT_TYPE_UNSUPPORTED,
          Aadsts.SIGN_IN_FREQUENCY,
          Aadsts.TENANT_UNKNOWN,
          Aadsts.RESOURCE_UNKNOWN,
          Aadsts.APPLICATION_ID_MALFORMED,
          Aadsts.TOKEN_IMPLICIT_DISABLED,
          Aadsts.ID_TOKEN_IMPLICIT_DISABLED,
          Aadsts.REFRESH_TOKEN_INACTIVE,
          Aadsts.PARAMETER_MISSING,
          Aadsts.WRONG_SECRET,
          Aadsts.NO_CREDENTIAL,
          Aadsts.SPA_WITHOUT_ORIGIN,
          Aadsts.FEDERATED_CREDENTIAL_UNKNOWN,
          Aadsts.FEDERATED_ISSUER_UNKNOWN,
          Aadsts.FEDERATED_SUBJECT_UNKNOWN,
          Aadsts.FEDERATED_AUDIENCE_UNKNOWN,
          Aadsts.FEDERATED_SUBJECT_CASE,
          Aadsts.EXTERNAL_ISSUER_FAILED,
          Aadsts.ASSERTION_OUT_OF_TIME,
          Aadsts.ASSERTION_AUDIENCE_DIFFERS,
          Aadsts.ASSERTION_ALGORITHM_UNSUPPORTED,
          Aadsts.SERVICE_PRINCIPAL_MISSING)),

  /** The number is on Microsoft's page of error codes; the OAuth error follows from its meaning. */
  DOCUMENTED(
      EnumSet.of(
          Aadsts.REDIRECT_URI_MISMATCH,
          Aadsts.TOKEN_MALFORMED,
          Aadsts.ASSERTION_SUBJECT_DIFFERS,
          Aadsts.USER_DISABLED,
          Aadsts.ACCOUNT_FROM_ELSEWHERE,
          Aadsts.STRONG_AUTHENTICATION_REQUIRED,
          Aadsts.MFA_ENROLMENT_REQUIRED,
          Aadsts.SINGLE_TENANT_APPLICATION,
          Aadsts.CODE_ALREADY_REDEEMED,
          Aadsts.CONSENT_MISSING,
          Aadsts.GRANT_INVALID,
          Aadsts.RESPONSE_TYPE_UNSUPPORTED,
          Aadsts.RESPONSE_MODE_UNSUPPORTED,
          Aadsts.GRANT_EXPIRED,
          Aadsts.SCOPE_INVALID,
          Aadsts.ADMIN_CONSENT_NEEDED,
          Aadsts.QUERY_TOO_LONG,
          Aadsts.NO_REDIRECT_URI,
          Aadsts.CODE_VERIFIER_MISMATCH,
          Aadsts.CODE_CHALLENGE_SIZE,
          Aadsts.TENANT_OF_CODE_DIFFERS,
          Aadsts.APPLICATION_UNKNOWN,
          Aadsts.PUBLIC_CLIENT_SENT_CREDENTIAL,
          Aadsts.ASSERTION_SIGNATURE_INVALID,
          Aadsts.SPA_REFRESH_TOKEN_EXPIRED,
          Aadsts.METHOD_NOT_POST,
          Aadsts.RESOURCE_PARAMETER_ON_V2,
          Aadsts.SCOPE_NOT_DEFAULT,
          Aadsts.APPLICATION_DISABLED,
          Aadsts.CREDENTIAL_MISSING,
          Aadsts.SECRET_EXPIRED,
          Aadsts.ALIAS_NOT_SUPPORTED,
          Aadsts.SPA_WITHOUT_PKCE,
          Aadsts.CROSS_ORIGIN_NOT_SPA,
          Aadsts.PERSONAL_ACCOUNTS_ONLY,
          Aadsts.NOT_FOR_PERSONAL_ACCOUNTS,
          Aadsts.TEMPORARILY_UNAVAILABLE,
          Aadsts.FEDERATED_USER_TOKEN)),

  /** Neither: do not rely on it without asking a real tenant. */
  ASSUMED(EnumSet.noneOf(Aadsts.class));

  private final Set<Aadsts> errors;

  Evidence(EnumSet<Aadsts> errors) {
    this.errors = errors;
  }

  /** How an error is known; assumed unless something better is on record. */
  static Evidence of(Aadsts error) {
    if (RECORDED.errors.contains(error)) {
      return RECORDED;
    }
    return DOCUMENTED.errors.contains(error) ? DOCUMENTED : ASSUMED;
  }

  /** As tables name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
