package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static io.entrabroker.samplecatalog.web.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.SampleCatalogBuilder;
import io.entrabroker.samplecatalog.rules.Band;
import io.entrabroker.samplecatalog.rules.BearerToken;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The confidential client since 2.0: the page gets a token that the catalog made itself. */
class OwnTokenSignInTest {
  private final TestIssuer issuer = new TestIssuer();
  private final Browser browser = new Browser();
  private SampleCatalog catalog = start(Band.V2_0, UnaryOperator.identity());

  @AfterEach
  void stop() {
    catalog.close();
    issuer.close();
  }

  private SampleCatalog start(Band band, UnaryOperator<SampleCatalogBuilder> settings) {
    SampleCatalogBuilder builder =
        SampleCatalog.builder()
            .realm(issuer.realm())
            .confidentialClient(TestIssuer.CLIENT, TestIssuer.SECRET)
            .band(band);
    return settings.apply(builder).start();
  }

  private void restart(Band band) {
    catalog.close();
    catalog = start(band, builder -> builder.teams("Engineers"));
  }

  private HttpResponse<String> signIn() {
    return browser.get(location(browser.get(location(login("/auth/callback")))));
  }

  private HttpResponse<String> login(String redirectUri) {
    return browser.get(catalog.url() + "/api/v1/auth/login?redirectUri=" + redirectUri);
  }

  private String token() {
    return parameter(location(signIn()), "id_token");
  }

  private static String parameter(String address, String name) {
    String fragment = URI.create(address).getFragment();
    return Browser.query("http://x/?" + fragment).get(name);
  }

  private HttpResponse<String> loggedIn(String token) {
    return browser.get(catalog.url() + "/api/v1/users/loggedInUser", token);
  }

  @Test
  void theTokenComesInTheFragmentAndIsTheCatalogsOwn() {
    String end = location(signIn());

    assertThat(end).startsWith(catalog.url() + "/auth/callback#id_token=");
    assertThat(parameter(end, "email")).isEqualTo("ada.lovelace@contoso.example");
    assertThat(parameter(end, "name")).isEqualTo("ada.lovelace");
    BearerToken token = BearerToken.decode(parameter(end, "id_token")).orElseThrow();
    assertThat(token.claims().text("sub")).contains("ada.lovelace");
    assertThat(json(browser.get(catalog.url() + "/api/v1/system/config/jwks")).toString())
        .contains(token.keyId())
        .doesNotContain("\"d\":");
    assertThat(json(loggedIn(parameter(end, "id_token"))).get("name").asText())
        .isEqualTo("ada.lovelace");
  }

  @Test
  void whoeverComesWithAKnownNameIsThatPersonFully() {
    token();
    issuer.claims.put("email", "ada@fabrikam.example");

    assertThat(json(loggedIn(token())).get("email").asText())
        .isEqualTo("ada.lovelace@contoso.example");
  }

  @Test
  void anEmptyListAtTheCallbackRevokes() {
    issuer.claims.put("roles", List.of("DataSteward"));
    assertThat(json(loggedIn(token())).get("roles")).hasSize(1);
    issuer.claims.put("roles", List.of());

    assertThat(json(loggedIn(token())).get("roles")).isEmpty();
  }

  @Test
  void renewalDoesNotAskTheRealmIn20() {
    token();
    issuer.tokenRequest = java.util.Map.of();

    var answer = json(browser.get(catalog.url() + "/api/v1/auth/refresh"));

    assertThat(issuer.tokenRequest).isEmpty();
    assertThat(loggedIn(answer.get("accessToken").asText()).statusCode()).isEqualTo(200);
    assertThat(answer.get("expiryDuration").asInt()).isBetween(3590, 3600);
  }

  @Test
  void afterThatItDoesAndARefusalEndsTheSession() {
    restart(Band.EMAIL_FIRST);
    String token = token();

    assertThat(browser.get(catalog.url() + "/api/v1/auth/refresh").statusCode()).isEqualTo(200);
    assertThat(issuer.tokenRequest).containsEntry("grant_type", "refresh_token");
    issuer.refusesRefresh = true;
    assertThat(browser.get(catalog.url() + "/api/v1/auth/refresh").statusCode()).isEqualTo(500);
    assertThat(loggedIn(token).statusCode()).isEqualTo(401);
  }

  @Test
  void afterSignOutTheTokenIsWorthNothing() {
    String token = token();
    browser.get(catalog.url() + "/api/v1/auth/logout");

    assertThat(json(loggedIn(token)).get("message").asText()).isEqualTo("Invalid session.");
  }

  @Test
  void aRefusalIsJson() {
    issuer.claims.remove("preferred_username");
    HttpResponse<String> end = signIn();

    assertThat(end.statusCode()).isEqualTo(500);
    assertThat(json(end).get("error").asText())
        .isEqualTo("Invalid JWT token, 'username' claim is not present");
  }

  @Test
  void anExpiredTokenAtTheCallbackIsGoodEnough() {
    issuer.claims.put("exp", Date.from(Instant.now().minusSeconds(60)));

    assertThat(signIn().statusCode()).isEqualTo(302);
  }

  @Test
  void onlyTheKnownAddressesGetAToken() {
    for (String known : List.of("/auth/callback", "/callback", "/mcp/callback")) {
      assertThat(login(known).statusCode()).isEqualTo(302);
    }
    for (String other : List.of("/", "/auth/callback?a=1", "/auth/callback/", "/my-data")) {
      assertThat(login(other.replace("?", "%3F")).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void emailFirstRefusesAnUnverifiedAddress() {
    restart(Band.EMAIL_FIRST);
    issuer.claims.put("email_verified", false);

    assertThat(json(signIn()).get("error").asText())
        .isEqualTo(
            "Authentication failed: email 'ada.lovelace@contoso.example' is not verified by the"
                + " identity provider");
  }

  @Test
  void emailFirstFindsPeopleByAddressAndReadsTeamsAndNames() {
    restart(Band.EMAIL_FIRST);
    issuer.claims.put("preferred_username", "countess");
    issuer.claims.put("groups", List.of("Engineers"));

    var user = json(loggedIn(token()));

    assertThat(user.get("name").asText()).isEqualTo("ada.lovelace");
    assertThat(user.get("displayName").asText()).isEqualTo("Ada Lovelace");
    assertThat(user.get("teams")).hasSize(1);
  }

  @Test
  void theTableOfVersionsIsAboutTheRealmsTokenAndNotTheCatalogsOwn() {
    var versions = json(browser.get(catalog.url() + "/sample/versions", token()));

    assertThat(versions.get("confidential")).hasSize(4);
    assertThat(versions.get("confidential").get(1).get("displayName").asText())
        .isEqualTo("Ada Lovelace");
  }
}
