package io.entrabroker.samplecatalog.openmetadata;

import static io.entrabroker.samplecatalog.openmetadata.Member.Kind.ELSEWHERE;
import static io.entrabroker.samplecatalog.openmetadata.Member.Kind.MAP;
import static io.entrabroker.samplecatalog.openmetadata.Member.Kind.NUMBER;
import static io.entrabroker.samplecatalog.openmetadata.Member.Kind.SWITCH;
import static io.entrabroker.samplecatalog.openmetadata.Member.Kind.TEXT;
import static io.entrabroker.samplecatalog.openmetadata.Member.Kind.TEXTS;

import java.util.List;
import java.util.stream.Stream;

/** The members of the three sections that signing in depends on. */
final class Members {
  static final String AUTHN = "authenticationConfiguration";
  static final String OIDC = AUTHN + ".oidcConfiguration";
  static final String AUTHZ = "authorizerConfiguration";
  static final List<String> SECTIONS = List.of(AUTHN, OIDC, AUTHZ);

  private static final List<Member> AUTHENTICATION =
      List.of(
          Member.of(AUTHN + ".clientType", TEXT, "AUTHENTICATION_CLIENT_TYPE", "public"),
          Member.of(AUTHN + ".provider", TEXT, "AUTHENTICATION_PROVIDER", "basic"),
          Member.of(AUTHN + ".responseType", TEXT, "AUTHENTICATION_RESPONSE_TYPE", "id_token"),
          Member.of(
              AUTHN + ".providerName", TEXT, "CUSTOM_OIDC_AUTHENTICATION_PROVIDER_NAME", "\"\""),
          Member.of(
              AUTHN + ".publicKeyUrls",
              TEXTS,
              "AUTHENTICATION_PUBLIC_KEYS",
              "[http://localhost:8585/api/v1/system/config/jwks]"),
          Member.of(
              AUTHN + ".tokenValidationAlgorithm",
              TEXT,
              "AUTHENTICATION_TOKEN_VALIDATION_ALGORITHM",
              "RS256"),
          Member.of(
              AUTHN + ".authority",
              TEXT,
              "AUTHENTICATION_AUTHORITY",
              "https://accounts.google.com"),
          Member.of(AUTHN + ".clientId", TEXT, "AUTHENTICATION_CLIENT_ID", "\"\""),
          Member.of(AUTHN + ".callbackUrl", TEXT, "AUTHENTICATION_CALLBACK_URL", "\"\""),
          Member.of(
              AUTHN + ".jwtPrincipalClaims",
              TEXTS,
              "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS",
              "[email,preferred_username,sub]"),
          Member.of(
              AUTHN + ".jwtPrincipalClaimsMapping",
              TEXTS,
              "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING",
              "[]"),
          Member.of(
              AUTHN + ".enableSelfSignup", SWITCH, "AUTHENTICATION_ENABLE_SELF_SIGNUP", "true"),
          Member.of(
                  AUTHN + ".enableAutoRedirect",
                  SWITCH,
                  "AUTHENTICATION_ENABLE_AUTO_REDIRECT",
                  "false")
              .since(1, 11, 5),
          Member.of(AUTHN + ".jwtTeamClaimMapping", TEXT).since(1, 11, 6),
          Member.of(
                  AUTHN + ".forceSecureSessionCookie",
                  SWITCH,
                  "FORCE_SECURE_SESSION_COOKIE",
                  "false")
              .since(1, 12, 0),
          Member.of(AUTHN + ".sessionExpiry", NUMBER, "AUTHENTICATION_SESSION_EXPIRY", "604800")
              .since(2, 0, 0),
          Member.of(
                  AUTHN + ".maxActiveSessionsPerUser",
                  NUMBER,
                  "AUTHENTICATION_MAX_ACTIVE_SESSIONS_PER_USER",
                  "5")
              .since(2, 0, 0),
          Member.of(
                  AUTHN + ".additionalTrustedRedirectUris",
                  TEXTS,
                  "AUTHENTICATION_ADDITIONAL_TRUSTED_REDIRECT_URIS",
                  "[]")
              .since(2, 0, 0),
          Member.of(AUTHN + ".emailClaim", TEXT, "AUTHENTICATION_EMAIL_CLAIM", "\"\"")
              .since(2, 1, 0),
          Member.of(AUTHN + ".displayNameClaim", TEXT).since(2, 1, 0),
          Member.of(AUTHN + ".ldapConfiguration", ELSEWHERE),
          Member.of(AUTHN + ".samlConfiguration", ELSEWHERE));

  private static final List<Member> CONFIDENTIAL =
      List.of(
          Member.of(OIDC + ".id", TEXT, "OIDC_CLIENT_ID", "\"\""),
          Member.of(OIDC + ".secret", TEXT, "OIDC_CLIENT_SECRET", "\"\""),
          Member.of(OIDC + ".type", TEXT, "OIDC_TYPE", "\"\""),
          Member.of(OIDC + ".scope", TEXT, "OIDC_SCOPE", "\"openid email profile\""),
          Member.of(OIDC + ".discoveryUri", TEXT, "OIDC_DISCOVERY_URI", "\"\""),
          Member.of(OIDC + ".useNonce", TEXT, "OIDC_USE_NONCE", "true"),
          Member.of(OIDC + ".preferredJwsAlgorithm", TEXT, "OIDC_PREFERRED_JWS", "RS256"),
          Member.of(OIDC + ".responseType", TEXT, "OIDC_RESPONSE_TYPE", "code"),
          Member.of(OIDC + ".disablePkce", SWITCH, "OIDC_DISABLE_PKCE", "true"),
          Member.of(OIDC + ".callbackUrl", TEXT, "OIDC_CALLBACK", "http://localhost:8585/callback"),
          Member.of(OIDC + ".serverUrl", TEXT, "OIDC_SERVER_URL", "http://localhost:8585"),
          Member.of(
              OIDC + ".clientAuthenticationMethod",
              TEXT,
              "OIDC_CLIENT_AUTH_METHOD",
              "client_secret_post"),
          Member.of(OIDC + ".tenant", TEXT, "OIDC_TENANT", "\"\""),
          Member.of(OIDC + ".maxClockSkew", TEXT, "OIDC_MAX_CLOCK_SKEW", "\"\""),
          Member.of(OIDC + ".tokenValidity", NUMBER, "OIDC_OM_REFRESH_TOKEN_VALIDITY", "3600"),
          Member.of(OIDC + ".customParams", MAP, "OIDC_CUSTOM_PARAMS", ""),
          Member.of(OIDC + ".maxAge", TEXT, "OIDC_MAX_AGE", "\"0\""),
          Member.of(OIDC + ".prompt", TEXT, "OIDC_PROMPT_TYPE", "consent"),
          Member.of(OIDC + ".sessionExpiry", NUMBER, "OIDC_SESSION_EXPIRY", "604800"));

  private static final List<Member> AUTHORIZER =
      List.of(
          Member.of(
              AUTHZ + ".className",
              TEXT,
              "AUTHORIZER_CLASS_NAME",
              "org.openmetadata.service.security.DefaultAuthorizer"),
          Member.of(
              AUTHZ + ".containerRequestFilter",
              TEXT,
              "AUTHORIZER_REQUEST_FILTER",
              "org.openmetadata.service.security.JwtFilter"),
          Member.of(AUTHZ + ".adminPrincipals", TEXTS, "AUTHORIZER_ADMIN_PRINCIPALS", "[admin]"),
          Member.of(
              AUTHZ + ".allowedEmailRegistrationDomains",
              TEXTS,
              "AUTHORIZER_ALLOWED_REGISTRATION_DOMAIN",
              "[all]"),
          Member.of(
              AUTHZ + ".principalDomain", TEXT, "AUTHORIZER_PRINCIPAL_DOMAIN", "open-metadata.org"),
          Member.of(AUTHZ + ".allowedDomains", TEXTS, "AUTHORIZER_ALLOWED_DOMAINS", "[]"),
          Member.of(
              AUTHZ + ".enforcePrincipalDomain",
              SWITCH,
              "AUTHORIZER_ENFORCE_PRINCIPAL_DOMAIN",
              "false"),
          Member.of(
              AUTHZ + ".enableSecureSocketConnection",
              SWITCH,
              "AUTHORIZER_ENABLE_SECURE_SOCKET",
              "false"),
          Member.of(
              AUTHZ + ".useRolesFromProvider",
              SWITCH,
              "AUTHORIZER_USE_ROLES_FROM_PROVIDER",
              "false"),
          Member.of(AUTHZ + ".botPrincipals", TEXTS),
          Member.of(AUTHZ + ".testPrincipals", TEXTS),
          Member.of(AUTHZ + ".defaultOAuthRole", TEXT).since(2, 0, 0),
          Member.of(AUTHZ + ".adminEmails", TEXTS, "AUTHORIZER_ADMIN_EMAILS", "[]").since(2, 1, 0),
          Member.of(AUTHZ + ".allowedEmailDomains", TEXTS).since(2, 1, 0),
          Member.of(AUTHZ + ".botDomain", TEXT).since(2, 1, 0));

  static final List<Member> ALL =
      Stream.of(AUTHENTICATION, CONFIDENTIAL, AUTHORIZER).flatMap(List::stream).toList();

  private Members() {}

  /** Those that a release knows. */
  static List<Member> of(Release release) {
    return ALL.stream().filter(member -> member.isKnownTo(release)).toList();
  }
}
