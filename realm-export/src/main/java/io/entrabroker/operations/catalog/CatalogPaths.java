package io.entrabroker.operations.catalog;

import java.util.List;

/** Addresses of OpenMetadata's API. */
public final class CatalogPaths {
  /** Both sections of the settings, for administrators, since 1.10. */
  public static final String SETTINGS = "/api/v1/system/security/config";

  /** OpenMetadata's validator. */
  public static final String VALIDATE = "/api/v1/system/security/validate";

  /** What everybody is told of the sign-in. */
  public static final String TOLD = "/api/v1/system/config/auth";

  /** The catalog's own keys. */
  public static final String OWN_KEYS = "/api/v1/system/config/jwks";

  /** Its release. */
  public static final String VERSION = "/api/v1/system/version";

  /** Who asks. */
  public static final String PERSON = "/api/v1/users/loggedInUser";

  static final String TEAMS = "/api/v1/teams";
  static final String ROLES = "/api/v1/roles";
  static final String USERS = "/api/v1/users";

  /** Members that both the settings and the public configuration have. */
  static final List<String> TOLD_MEMBERS =
      List.of(
          "provider",
          "providerName",
          "clientType",
          "authority",
          "clientId",
          "callbackUrl",
          "publicKeyUrls",
          "tokenValidationAlgorithm",
          "jwtPrincipalClaimsMapping",
          "emailClaim",
          "enableSelfSignup");

  private CatalogPaths() {}
}
