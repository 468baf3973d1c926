package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static io.entrabroker.samplecatalog.web.Browser.location;
import static io.entrabroker.samplecatalog.web.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.SampleCatalogBuilder;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialSignInTest {
  private static final String FAILED = "[Auth Callback Servlet] Failed in Auth Login : ";

  private final TestIssuer issuer = new TestIssuer();
  private final Browser browser = new Browser();
  private SampleCatalog catalog = start(UnaryOperator.identity());

  @AfterEach
  void stop() {
    catalog.close();
    issuer.close();
  }

  private SampleCatalog start(UnaryOperator<SampleCatalogBuilder> settings) {
    SampleCatalogBuilder builder =
        SampleCatalog.builder()
            .realm(issuer.realm())
            .confidentialClient(TestIssuer.CLIENT, TestIssuer.SECRET)
            .upstreams("entra", "entra-spa");
    return settings.apply(builder).start();
  }

  private void restart(UnaryOperator<SampleCatalogBuilder> settings) {
    catalog.close();
    catalog = start(settings);
  }

  private HttpResponse<String> login(String query) {
    return browser.get(catalog.url() + "/api/v1/auth/login?redirectUri=/auth/callback" + query);
  }

  /** From the sign-in button to the answer of the catalog's callback. */
  private HttpResponse<String> signIn() {
    return browser.get(callback());
  }

  /** From the sign-in button to the address the realm sends the browser back to. */
  private String callback() {
    return location(browser.get(location(login(""))));
  }

  @Test
  void theAuthorizationRequestIsOpenMetadatas() {
    signIn();

    assertThat(issuer.authorization)
        .containsOnlyKeys(
            "scope",
            "response_type",
            "response_mode",
            "client_id",
            "redirect_uri",
            "state",
            "nonce",
            "prompt",
            "max_age")
        .containsEntry("scope", "openid email profile")
        .containsEntry("response_type", "code")
        .containsEntry("response_mode", "query")
        .containsEntry("client_id", "openmetadata-web")
        .containsEntry("redirect_uri", catalog.url() + "/callback")
        .containsEntry("prompt", "consent")
        .containsEntry("max_age", "0");
    assertThat(issuer.authorization.get("state")).hasSize(10);
  }

  @Test
  void theTokenRequestIsOpenMetadatas() {
    signIn();

    assertThat(issuer.tokenRequest)
        .containsOnlyKeys("grant_type", "code", "redirect_uri", "client_id", "client_secret")
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("redirect_uri", catalog.url() + "/callback")
        .containsEntry("client_id", "openmetadata-web")
        .containsEntry("client_secret", "s3cret");
  }

  @Test
  void thePageGetsTheRealmsOwnIdTokenInTheQuery() {
    HttpResponse<String> end = signIn();

    assertThat(end.statusCode()).isEqualTo(302);
    assertThat(location(end)).startsWith(catalog.url() + "/auth/callback?");
    assertThat(query(location(end)))
        .containsOnlyKeys("id_token", "email", "name")
        .containsEntry("email", "ada.lovelace@contoso.example")
        .containsEntry("name", "ada.lovelace");
    var user =
        json(
            browser.get(
                catalog.url() + "/api/v1/users/loggedInUser",
                query(location(end)).get("id_token")));
    assertThat(user.get("name").asText()).isEqualTo("ada.lovelace");
    assertThat(user.get("displayName").asText()).isEqualTo("Ada Lovelace");
  }

  @Test
  void pkceIsSentOnlyWhenAskedFor() {
    restart(SampleCatalogBuilder::pkce);

    assertThat(signIn().statusCode()).isEqualTo(302);
    assertThat(issuer.authorization)
        .containsEntry("code_challenge_method", "S256")
        .containsKey("code_challenge");
    assertThat(issuer.tokenRequest).containsKey("code_verifier");
  }

  @Test
  void promptAndMaxAgeAreLeftOutWhenEmptyAndCustomParametersAreAdded() {
    restart(builder -> builder.prompt("").maxAge("").customParam("kc_idp_hint", "entra"));
    signIn();

    assertThat(issuer.authorization)
        .doesNotContainKeys("prompt", "max_age")
        .containsEntry("kc_idp_hint", "entra");
  }

  @Test
  void aConfiguredUpstreamCanBeChosenPerRequest() {
    browser.get(location(login("&kc_idp_hint=entra-spa")));

    assertThat(issuer.authorization).containsEntry("kc_idp_hint", "entra-spa");
    assertThat(login("&kc_idp_hint=google").statusCode()).isEqualTo(400);
  }

  @Test
  void noForeignAddressGetsAToken() {
    HttpResponse<String> refused =
        browser.get(catalog.url() + "/api/v1/auth/login?redirectUri=http%3A%2F%2Fevil.example%2F");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(issuer.authorization).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"state, other", "state, ''", "iss, https://other.example", "iss, ''", "code, other"})
  void aChangedAnswerOfTheRealmSignsNobodyIn(String parameter, String value) {
    issuer.answer.put(parameter, value);
    HttpResponse<String> end = signIn();

    assertThat(end.statusCode()).isEqualTo(500);
    assertThat(end.body()).contains(FAILED);
    assertThat(refresh().statusCode()).isEqualTo(401);
  }

  @Test
  void anIdTokenWithAnotherNonceSignsNobodyIn() {
    issuer.claims.put("nonce", "other");

    assertThat(signIn().body()).contains(FAILED + "ID token nonce does not match");
  }

  @Test
  void anIdTokenWithoutUsernameSignsNobodyIn() {
    issuer.claims.remove("preferred_username");

    assertThat(signIn().body())
        .contains(FAILED + "Invalid JWT token, &#39;username&#39; claim is not present");
  }

  @Test
  void withoutSelfSignupTheUnknownAreNotSignedIn() {
    restart(builder -> builder.selfSignup(SelfSignup.OFF));

    assertThat(signIn().statusCode()).isEqualTo(500);
  }

  @Test
  void anAnswerCannotBeUsedTwiceNorInAnotherBrowser() {
    String callback = callback();

    assertThat(new Browser().get(callback).statusCode()).isEqualTo(500);
    assertThat(browser.get(callback).statusCode()).isEqualTo(302);
    assertThat(browser.get(callback).statusCode()).isEqualTo(500);
  }

  @Test
  void aWrongSecretEndsOnTheErrorPage() {
    restart(builder -> builder.confidentialClient(TestIssuer.CLIENT, "wrong"));
    HttpResponse<String> end = signIn();

    assertThat(end.statusCode()).isEqualTo(500);
    assertThat(end.body()).contains("invalid_client");
  }

  @Test
  void anErrorOfTheRealmIsABadAnswer() {
    HttpResponse<String> end = browser.get(catalog.url() + "/callback?error=access_denied");

    assertThat(end.statusCode()).isEqualTo(500);
    assertThat(end.body()).contains(FAILED + "Bad authentication response");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login_required",
        "interaction_required",
        "consent_required",
        "account_selection_required"
      })
  void anAnswerThatOnlyWantsThePersonLeadsBackToTheSignInPage(String error) {
    HttpResponse<String> end = browser.get(catalog.url() + "/callback?error=" + error);

    assertThat(end.statusCode()).isEqualTo(302);
    assertThat(location(end)).isEqualTo(catalog.url() + "/signin");
  }

  @Test
  void aTokenThatIsExpiredAtTheCallbackIsRenewedOnTheSpot() {
    issuer.claims.put("exp", Date.from(Instant.now().minusSeconds(60)));
    String token = query(location(signIn())).get("id_token");

    assertThat(issuer.tokenRequest).containsEntry("grant_type", "refresh_token");
    assertThat(browser.get(catalog.url() + "/api/v1/users/loggedInUser", token).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> refresh() {
    return browser.get(catalog.url() + "/api/v1/auth/refresh");
  }

  @Test
  void refreshRedeemsTheStoredRefreshTokenForANewIdToken() {
    String first = query(location(signIn())).get("id_token");
    HttpResponse<String> answer = refresh();

    assertThat(issuer.tokenRequest)
        .containsOnlyKeys("grant_type", "refresh_token", "client_id", "client_secret");
    assertThat(answer.statusCode()).isEqualTo(200);
    String second = json(answer).get("accessToken").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(json(answer).get("expiryDuration").asLong()).isBetween(200L, 300L);
    assertThat(refresh().statusCode()).isEqualTo(200);
  }

  @Test
  void withoutRefreshTokenTheFirstRenewalEndsTheSession() {
    issuer.withRefreshToken = false;
    signIn();

    assertThat(json(refresh()).get("message").asText()).contains("Refresh token is null");
    assertThat(refresh().statusCode()).isEqualTo(401);
  }

  @Test
  void logoutEndsTheCatalogsSessionAndDoesNotTellTheRealm() {
    signIn();
    issuer.paths.clear();
    HttpResponse<String> end = browser.get(catalog.url() + "/api/v1/auth/logout");

    assertThat(location(end)).isEqualTo(catalog.url() + "/logout");
    assertThat(refresh().statusCode()).isEqualTo(401);
    assertThat(issuer.paths).isEmpty();
  }

  @Test
  void theSessionHasANewIdAfterSignIn() {
    String callback = callback();
    var before = browser.cookieValues();
    browser.get(callback);

    assertThat(before).hasSize(1);
    assertThat(browser.cookieValues()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  @Test
  void aRealmThatComesUpLateIsAskedAgain() {
    issuer.down = true;
    assertThat(login("").statusCode()).isEqualTo(500);

    issuer.down = false;
    assertThat(signIn().statusCode()).isEqualTo(302);
  }

  @Test
  void withAPublicClientAnAnswerTheServerDoesNotWaitForIsThePages() {
    restart(builder -> builder.publicClient("openmetadata-spa"));
    HttpResponse<String> page = browser.get(catalog.url() + "/callback?code=1&state=others");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("/assets/app.js");
    assertThat(signIn().statusCode()).isEqualTo(302);
  }

  @Test
  void teamsOfTheTokenAreJoinedWhenTheCatalogHasThem() {
    restart(builder -> builder.teams("Engineers"));
    issuer.claims.putAll(
        Map.of("groups", new String[] {"Engineers", "Others"}, "roles", new String[] {"Admin"}));
    String token = query(location(signIn())).get("id_token");
    var user = json(browser.get(catalog.url() + "/api/v1/users/loggedInUser", token));

    assertThat(user.get("teams").toString())
        .contains("\"type\":\"team\",\"name\":\"Engineers\"")
        .doesNotContain("Others");
    assertThat(user.get("isAdmin").asBoolean()).isTrue();
  }
}
