package io.entrabroker.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.htmlunit.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RS256 for the catalog's clients, ES256 for all others; and what the catalog needs besides. */
class SignatureIT {
  private static final List<String> BOTH = List.of("access_token", "id_token");

  @RegisterExtension static final ImportedRealm REALM = ImportedRealm.atASite();

  private final RealmEndpoints endpoints = REALM.endpoints();
  private LocalUser user;
  private LocalBrowser browser;

  @BeforeEach
  void aUserIsThere() {
    user = LocalUser.in(REALM);
    browser = new LocalBrowser(endpoints);
  }

  @AfterEach
  void andGone() {
    browser.close();
    user.close();
  }

  @Test
  void theConfidentialCatalogsTokensAreSignedWithRs256() {
    assertSigned(browser.tokens(Application.confidentialCatalog()), "RS256");
  }

  @Test
  void aRefreshedIdTokenIsToo() {
    RealmEndpoints.Answer first = browser.tokens(Application.confidentialCatalog());

    assertSigned(
        endpoints.token(
            Application.confidentialCatalog()
                .asks(
                    Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        first.text("refresh_token")))),
        "RS256");
  }

  @Test
  void thePublicCatalogsTokensAreSignedWithRs256AndItHasNoRefreshToken() {
    RealmEndpoints.Answer tokens = browser.tokens(Application.publicCatalog());

    assertSigned(tokens, "RS256");
    assertThat(tokens.body().has("refresh_token")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_token", "id_token token"})
  void theImplicitFlowGivesAnIdTokenSignedWithRs256(String responseType) {
    String answer =
        browser.signsIn(Application.publicCatalog(), Map.of("response_type", responseType));
    String idToken = LocalBrowser.parameter(answer, "id_token");

    assertThat(Json.header(idToken).path("alg").asText()).isEqualTo("RS256");
    assertThat(Json.claims(idToken).path("email").asText()).isEqualTo("mallory@contoso.example");
  }

  @Test
  void theCatalogsOwnAccountGetsATokenSoThatItsValidatorPasses() {
    assertSigned(
        endpoints.clientCredentials("openmetadata-web", ImportedRealm.CLIENT_SECRET), "RS256");
  }

  @Test
  void theCatalogsTokensLiveFifteenMinutes() {
    RealmEndpoints.Answer tokens = browser.tokens(Application.confidentialCatalog());

    assertThat(BOTH.stream().map(name -> lifetime(Json.claims(tokens.text(name)))))
        .allSatisfy(seconds -> assertThat(seconds).isBetween(895L, 900L));
  }

  @Test
  void theAccountConsolesTokensAreSignedWithEs256() {
    assertSigned(browser.tokens(Application.accountConsole(endpoints.realm())), "ES256");
  }

  @Test
  void adminClisTokensAreSignedWithEs256() {
    assertSigned(
        endpoints.token(new Application("admin-cli", "", Map.of()).asks(passwordGrant())), "ES256");
  }

  @Test
  void whateverElseAnAdministratorAddsSignsWithEs256() {
    Map<String, Object> client =
        Map.of("clientId", "reports", "secret", "s", "directAccessGrantsEnabled", true);
    String id = REALM.admin().post("/openmetadata/clients", client).createdId();
    try {
      Application reports = new Application("reports", "", Map.of("client_secret", "s"));
      RealmEndpoints.Answer tokens = endpoints.token(reports.asks(passwordGrant()));

      assertSigned(tokens, "ES256");
      assertThat(Json.claims(tokens.text("id_token")).has("groups")).isFalse();
    } finally {
      REALM.admin().delete("/openmetadata/clients/" + id);
    }
  }

  @Test
  void theRealmPublishesOneKeyOfEachKindForSigning() {
    assertThat(
            StreamSupport.stream(endpoints.keys().spliterator(), false)
                .map(key -> key.path("use").asText() + " " + key.path("alg").asText()))
        .containsExactlyInAnyOrder("sig RS256", "sig ES256");
  }

  @Test
  void discoveryListsWhatTheCatalogsValidatorLooksFor() {
    JsonNode discovery = endpoints.discovery();

    assertThat(texts(discovery, "scopes_supported")).contains("openid", "email", "profile");
    assertThat(texts(discovery, "response_types_supported")).contains("code", "id_token");
    assertThat(texts(discovery, "id_token_signing_alg_values_supported")).contains("RS256");
    assertThat(texts(discovery, "token_endpoint_auth_methods_supported"))
        .contains("client_secret_post");
  }

  @Test
  void theCatalogMayFrameKeycloaksPagesForSilentRenewal() {
    Page form = browser.opens(browser.request(Application.publicCatalog(), Map.of()));

    assertThat(form.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
        .contains("frame-ancestors 'self' https://catalog.contoso.example;");
    assertThat(form.getWebResponse().getResponseHeaderValue("X-Frame-Options")).isNull();
  }

  @Test
  void silentRenewalComesBackToTheSilentCallback() {
    browser.tokens(Application.publicCatalog());
    Application frame =
        new Application(
            "openmetadata-spa", "https://catalog.contoso.example/silent-callback", Map.of());

    String answer = browser.signsIn(frame, Map.of("prompt", "none", "response_type", "id_token"));

    assertThat(LocalBrowser.parameter(answer, "id_token")).isNotEmpty();
  }

  private static Map<String, String> passwordGrant() {
    return Map.of(
        "grant_type",
        "password",
        "username",
        LocalUser.NAME,
        "password",
        LocalUser.PASSWORD,
        "scope",
        "openid");
  }

  private static void assertSigned(RealmEndpoints.Answer tokens, String algorithm) {
    assertThat(tokens.status()).as(tokens.body().toString()).isEqualTo(200);
    assertThat(BOTH.stream().map(tokens::algorithmOf)).containsOnly(algorithm);
  }

  private static long lifetime(JsonNode claims) {
    return claims.path("exp").asLong() - claims.path("iat").asLong();
  }

  private static List<String> texts(JsonNode discovery, String member) {
    return StreamSupport.stream(discovery.path(member).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
