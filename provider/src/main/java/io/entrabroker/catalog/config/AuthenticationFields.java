package io.entrabroker.catalog.config;

import static io.entrabroker.catalog.config.CatalogField.field;

import io.entrabroker.catalog.CatalogIdentity;
import io.entrabroker.catalog.CatalogIdentity.ClaimMapping;
import io.entrabroker.catalog.CatalogIdentity.ClaimOrder;
import io.entrabroker.catalog.config.FieldValue.Count;
import io.entrabroker.catalog.config.FieldValue.Flag;
import io.entrabroker.catalog.config.FieldValue.Text;
import io.entrabroker.catalog.config.FieldValue.Texts;
import io.entrabroker.claims.ClaimName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code authenticationConfiguration}, without what only a confidential client has. */
final class AuthenticationFields {

  static final String SECTION = "authenticationConfiguration";

  // OpenMetadata refuses shorter sessions from 2.0 on.
  private static final int SHORTEST_SESSION_SECONDS = 3600;

  static final List<CatalogField> ALL =
      List.of(
          of("provider", "AUTHENTICATION_PROVIDER", "provider", s -> new Text("custom-oidc"))
              .because("Keycloak stands between; azure would speak to Microsoft directly."),
          of(
                  "providerName",
                  "CUSTOM_OIDC_AUTHENTICATION_PROVIDER_NAME",
                  "",
                  s -> new Text("Microsoft"))
              .because("What the button on the catalog's sign-in page says."),
          of(
              "clientType",
              "AUTHENTICATION_CLIENT_TYPE",
              "clientType",
              s -> new Text(s.client().kind().name().toLowerCase(Locale.ROOT))),
          of(
                  "responseType",
                  "AUTHENTICATION_RESPONSE_TYPE",
                  "responseType",
                  s -> new Text("id_token"))
              .only(s -> !s.isConfidential())
              .because(
                  "Several releases up to 1.13 ask for an ID token whatever is written here"
                      + " (open-metadata/OpenMetadata#29597)."),
          of("authority", "AUTHENTICATION_AUTHORITY", "authority", AuthenticationFields::issuer)
              .because(
                  "The realm's issuer, to which the catalog adds /.well-known/openid-configuration:"
                      + " no /auth, no slash at the end."),
          of("clientId", "AUTHENTICATION_CLIENT_ID", "clientId", s -> new Text(s.client().id())),
          of(
              "callbackUrl",
              "AUTHENTICATION_CALLBACK_URL",
              "callbackUrl",
              s -> new Text(s.place().callback().toString())),
          of(
                  "publicKeyUrls",
                  "AUTHENTICATION_PUBLIC_KEYS",
                  "publicKeys",
                  AuthenticationFields::keys)
              .because(
                  "The realm's keys, exactly as its discovery document names them, and the catalog's"
                      + " own for its bots. The catalog's server must reach both. OpenMetadata comes"
                      + " with a published signing key and Fernet key: replace both"
                      + " (docs/deployment.md#the-catalogs-own-keys)."),
          of(
                  "tokenValidationAlgorithm",
                  "AUTHENTICATION_TOKEN_VALIDATION_ALGORITHM",
                  "",
                  s -> new Text("RS256"))
              .because(
                  "Holds for the catalog's own tokens, too. The realm signs with RS256 for the"
                      + " catalog alone."),
          of(
                  "jwtPrincipalClaims",
                  "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS",
                  "jwtPrincipalClaims",
                  AuthenticationFields::claimOrder)
              .because("Bots are read by this list, whatever the mapping says; people are not."),
          of(
                  "jwtPrincipalClaimsMapping",
                  "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING",
                  "jwtPrincipalClaimsMapping",
                  AuthenticationFields::mapping)
              .because(
                  "By these claims the catalog knows people from 1.8 to 2.0; later releases take the"
                      + " address, and only where this list is empty."),
          of("emailClaim", "AUTHENTICATION_EMAIL_CLAIM", "", s -> new Text(ClaimName.EMAIL))
              .only(CatalogSettings::isEmailFirst)
              .because("People are found by their address."),
          of("displayNameClaim", "", "", s -> new Text(ClaimName.NAME))
              .only(CatalogSettings::isEmailFirst)
              .because("The name is taken over at every sign-in."),
          of("jwtTeamClaimMapping", "", "", s -> new Text(ClaimName.GROUPS))
              .since(CatalogRelease.V1_11_6)
              .only(CatalogSettings::isConfidential)
              .because("The claim with the names of a person's teams."),
          of(
                  "enableSelfSignup",
                  "AUTHENTICATION_ENABLE_SELF_SIGNUP",
                  "enableSelfSignup",
                  s -> new Flag(true))
              .because(
                  "A person's first sign-in creates the catalog's user. The realm's access gate"
                      + " decides who comes that far."),
          of("forceSecureSessionCookie", "FORCE_SECURE_SESSION_COOKIE", "", s -> new Flag(true))
              .since(CatalogRelease.V1_12)
              .only(s -> s.place().isEncrypted())
              .because("The catalog is behind TLS."),
          of(
                  "sessionExpiry",
                  "AUTHENTICATION_SESSION_EXPIRY",
                  "",
                  s -> new Count(sessionSeconds(s)))
              .since(CatalogRelease.V2_0)
              .onlyAsVariable()
              .because(
                  "Seconds. OpenMetadata's own session does not ask the realm again: no longer than"
                      + " the realm's (default: 7 days)."));

  private AuthenticationFields() {}

  static int sessionSeconds(CatalogSettings settings) {
    return Math.max(SHORTEST_SESSION_SECONDS, settings.realm().sessionSeconds());
  }

  private static CatalogField of(
      String name, String variable, String chart, Function<CatalogSettings, FieldValue> value) {
    return field(
        SECTION + "." + name, variable, chart.isEmpty() ? "" : "authentication." + chart, value);
  }

  private static FieldValue issuer(CatalogSettings settings) {
    return new Text(settings.realm().issuer().toString());
  }

  private static FieldValue keys(CatalogSettings settings) {
    return new Texts(
        List.of(settings.realm().keys().toString(), settings.place().ownKeys().toString()));
  }

  private static FieldValue claimOrder(CatalogSettings settings) {
    return new Texts(
        settings.isEmailFirst()
            ? CatalogIdentity.EmailFirst.recommended().fallback().names()
            : ClaimOrder.STANDARD.names());
  }

  private static FieldValue mapping(CatalogSettings settings) {
    ClaimMapping mapping = CatalogIdentity.recommendedMapping();
    return new Texts(
        settings.isEmailFirst()
            ? List.of()
            : List.of("username:" + mapping.username(), "email:" + mapping.email()));
  }
}
