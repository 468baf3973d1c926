package io.entrabroker.catalog.config;

import static io.entrabroker.catalog.config.CatalogField.field;

import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import io.entrabroker.catalog.config.CatalogClient.Confidential;
import io.entrabroker.catalog.config.FieldValue.ClientSecretText;
import io.entrabroker.catalog.config.FieldValue.Count;
import io.entrabroker.catalog.config.FieldValue.Flag;
import io.entrabroker.catalog.config.FieldValue.Switch;
import io.entrabroker.catalog.config.FieldValue.Text;
import java.util.List;
import java.util.function.Function;

/** {@code oidcConfiguration}: what only a confidential client has. */
final class OidcFields {

  private static final String SECTION = AuthenticationFields.SECTION + ".oidcConfiguration";

  static final CatalogField ID = of("id", "OIDC_CLIENT_ID", "", s -> new Text(s.client().id()));

  /** The secret: the chart takes it, and the client id, from a Secret of the cluster. */
  static final CatalogField SECRET =
      of("secret", "OIDC_CLIENT_SECRET", "", OidcFields::secret)
          .because("The secret of the realm's client.");

  static final List<CatalogField> ALL =
      List.of(
          ID,
          SECRET,
          of("type", "OIDC_TYPE", "oidcType", s -> new Text("custom-oidc"))
              .because("Any word but azure and google, which change the protocol."),
          of("scope", "OIDC_SCOPE", "scope", s -> new Text("openid email profile")),
          of(
                  "discoveryUri",
                  "OIDC_DISCOVERY_URI",
                  "discoveryUri",
                  s -> new Text(s.realm().discovery().toString()))
              .because("Fetched at the start: the server does not come up without the realm."),
          of("useNonce", "OIDC_USE_NONCE", "useNonce", s -> new Switch(true)),
          of(
              "preferredJwsAlgorithm",
              "OIDC_PREFERRED_JWS",
              "preferredJwsAlgorithm",
              s -> new Text("RS256")),
          of("responseType", "OIDC_RESPONSE_TYPE", "responseType", s -> new Text("code")),
          of("disablePkce", "OIDC_DISABLE_PKCE", "disablePkce", s -> new Flag(false))
              .because("OpenMetadata's default leaves PKCE out."),
          of(
              "callbackUrl",
              "OIDC_CALLBACK",
              "callbackUrl",
              s -> new Text(s.place().callback().toString())),
          of(
              "serverUrl",
              "OIDC_SERVER_URL",
              "serverUrl",
              s -> new Text(s.place().url().toString())),
          of(
              "clientAuthenticationMethod",
              "OIDC_CLIENT_AUTH_METHOD",
              "clientAuthenticationMethod",
              s -> new Text("client_secret_post")),
          of("tenant", "OIDC_TENANT", "tenant", s -> new Text(""))
              .because("Required by the schema, and of no use with Keycloak."),
          of(
                  "tokenValidity",
                  "OIDC_OM_REFRESH_TOKEN_VALIDITY",
                  "tokenValidity",
                  s -> new Count(3600))
              .because("Seconds that a token of the catalog's own lives."),
          of("maxAge", "OIDC_MAX_AGE", "maxAge", OidcFields::maxAge)
              .because(
                  "Seconds; the realm's own limit. OpenMetadata's default 0 sends everybody to"
                      + " Microsoft at every sign-in."),
          of("prompt", "OIDC_PROMPT_TYPE", "promptType", s -> new Text(""))
              .because(
                  "Nothing is sent, so whoever is signed in is not asked again. OpenMetadata's"
                      + " default is consent."),
          of(
                  "sessionExpiry",
                  "OIDC_SESSION_EXPIRY",
                  "sessionExpiry",
                  s -> new Count(AuthenticationFields.sessionSeconds(s)))
              .because("Seconds; no longer than the realm's session (default: 7 days)."));

  private OidcFields() {}

  private static CatalogField of(
      String name, String variable, String chart, Function<CatalogSettings, FieldValue> value) {
    return field(
            SECTION + "." + name,
            variable,
            chart.isEmpty() ? "" : "authentication.oidcConfiguration." + chart,
            value)
        .only(CatalogSettings::isConfidential);
  }

  private static FieldValue secret(CatalogSettings settings) {
    return new ClientSecretText(
        settings.client() instanceof Confidential confidential
            ? confidential.credential()
            : new ClientSecret.Withheld());
  }

  private static FieldValue maxAge(CatalogSettings settings) {
    return new Text(Integer.toString(settings.realm().sessionSeconds()));
  }
}
