package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value of OpenMetadata's Helm chart and the variable that the chart makes of it; the same in all
 * charts from 1.8.12 to 1.13.1.
 *
 * @param path its place below {@code openmetadata.config}
 * @param kind what the chart's schema allows there
 * @param variable the variable
 */
record ChartValue(String path, Kind kind, String variable) {
  private static final String AUTHN = "authentication.";
  static final String OIDC = AUTHN + "oidcConfiguration.";
  private static final String AUTHZ = "authorizer.";

  /** What the chart's schema allows. */
  enum Kind {
    TEXT,
    SWITCH,
    TEXTS
  }

  static final List<ChartValue> ALL =
      List.of(
          text(AUTHN + "provider", "AUTHENTICATION_PROVIDER"),
          text(AUTHN + "clientType", "AUTHENTICATION_CLIENT_TYPE"),
          text(AUTHN + "responseType", "AUTHENTICATION_RESPONSE_TYPE"),
          texts(AUTHN + "publicKeys", "AUTHENTICATION_PUBLIC_KEYS"),
          text(AUTHN + "authority", "AUTHENTICATION_AUTHORITY"),
          text(AUTHN + "clientId", "AUTHENTICATION_CLIENT_ID"),
          text(AUTHN + "callbackUrl", "AUTHENTICATION_CALLBACK_URL"),
          texts(AUTHN + "jwtPrincipalClaims", "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS"),
          texts(AUTHN + "jwtPrincipalClaimsMapping", "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING"),
          flag(AUTHN + "enableSelfSignup", "AUTHENTICATION_ENABLE_SELF_SIGNUP"),
          text(OIDC + "oidcType", "OIDC_TYPE"),
          text(OIDC + "scope", "OIDC_SCOPE"),
          text(OIDC + "discoveryUri", "OIDC_DISCOVERY_URI"),
          flag(OIDC + "useNonce", "OIDC_USE_NONCE"),
          text(OIDC + "preferredJwsAlgorithm", "OIDC_PREFERRED_JWS"),
          text(OIDC + "responseType", "OIDC_RESPONSE_TYPE"),
          text(OIDC + "promptType", "OIDC_PROMPT_TYPE"),
          flag(OIDC + "disablePkce", "OIDC_DISABLE_PKCE"),
          text(OIDC + "callbackUrl", "OIDC_CALLBACK"),
          text(OIDC + "serverUrl", "OIDC_SERVER_URL"),
          text(OIDC + "clientAuthenticationMethod", "OIDC_CLIENT_AUTH_METHOD"),
          text(OIDC + "tenant", "OIDC_TENANT"),
          text(OIDC + "maxClockSkew", "OIDC_MAX_CLOCK_SKEW"),
          text(OIDC + "tokenValidity", "OIDC_OM_REFRESH_TOKEN_VALIDITY"),
          text(OIDC + "customParams", "OIDC_CUSTOM_PARAMS"),
          text(OIDC + "maxAge", "OIDC_MAX_AGE"),
          text(OIDC + "sessionExpiry", "OIDC_SESSION_EXPIRY"),
          text(AUTHZ + "className", "AUTHORIZER_CLASS_NAME"),
          text(AUTHZ + "containerRequestFilter", "AUTHORIZER_REQUEST_FILTER"),
          texts(AUTHZ + "initialAdmins", "AUTHORIZER_ADMIN_PRINCIPALS"),
          texts(
              AUTHZ + "allowedEmailRegistrationDomains", "AUTHORIZER_ALLOWED_REGISTRATION_DOMAIN"),
          text(AUTHZ + "principalDomain", "AUTHORIZER_PRINCIPAL_DOMAIN"),
          texts(AUTHZ + "allowedDomains", "AUTHORIZER_ALLOWED_DOMAINS"),
          flag(AUTHZ + "enforcePrincipalDomain", "AUTHORIZER_ENFORCE_PRINCIPAL_DOMAIN"),
          flag(AUTHZ + "enableSecureSocketConnection", "AUTHORIZER_ENABLE_SECURE_SOCKET"),
          flag(AUTHZ + "useRolesFromProvider", "AUTHORIZER_USE_ROLES_FROM_PROVIDER"));

  /** What the chart has besides and makes no variable of by itself. */
  private static final List<String> OTHERS =
      List.of(
          AUTHN + "enabled",
          AUTHN + "ldapConfiguration",
          AUTHN + "saml",
          AUTHN + "oidcConfiguration",
          OIDC + "enabled",
          OIDC + "clientId",
          OIDC + "clientSecret",
          AUTHZ + "enabled");

  private static ChartValue text(String path, String variable) {
    return new ChartValue(path, Kind.TEXT, variable);
  }

  private static ChartValue texts(String path, String variable) {
    return new ChartValue(path, Kind.TEXTS, variable);
  }

  private static ChartValue flag(String path, String variable) {
    return new ChartValue(path, Kind.SWITCH, variable);
  }

  /** Whether the chart's schema has this path. */
  static boolean isKnown(String path) {
    return Stream.concat(ALL.stream().map(ChartValue::path), OTHERS.stream())
        .anyMatch(path::equals);
  }

  /** Whether the chart's schema allows this. */
  boolean takes(JsonNode written) {
    return switch (kind) {
      case TEXT -> written.isTextual();
      case SWITCH -> written.isBoolean();
      case TEXTS -> written.isArray();
    };
  }
}
