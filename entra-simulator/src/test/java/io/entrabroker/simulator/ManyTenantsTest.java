package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import java.net.URI;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People of several tenants behind one address, each in their own home. */
class ManyTenantsTest {

  private static final Directory DIRECTORY = Directory.contosoAndOthers();

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(DIRECTORY);

  private static final String FABRIKAM = "fab41ca0-0000-4000-8000-000000000001";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String BOB = "user-bob";
  private static final String LOUISE = "user-louise";

  @AfterEach
  void restore() {
    SIMULATOR.entra().replaceDirectory(DIRECTORY);
  }

  @ParameterizedTest(name = "{1} through {0} is of tenant {2}")
  @CsvSource({
    "common, user-ada.lovelace, " + Contoso.TENANT,
    "Common, user-bob, " + FABRIKAM,
    "common, user-louise, " + PERSONAL,
    "organizations, user-bob, " + FABRIKAM,
    "ORGANIZATIONS, user-ada.lovelace, " + Contoso.TENANT,
    "consumers, user-louise, " + PERSONAL,
    PERSONAL + ", user-louise, " + PERSONAL,
    "Fabrikam.Example, user-bob, " + FABRIKAM,
    "fabrikam.onmicrosoft.example, user-bob, " + FABRIKAM,
  })
  void everybodySignsInAtHome(String segment, String button, String tenant) throws Exception {
    JWTClaimsSet claims = signIn(segment, button).idToken();

    assertThat(claims.getStringClaim("tid")).isEqualTo(tenant);
    assertThat(claims.getIssuer()).isEqualTo(SIMULATOR.entra().httpUri() + "/" + tenant + "/v2.0");
    assertThat(claims.getStringClaim("idp")).isNull();
  }

  @Test
  void aPersonWhoIsAGuestIsTheGuestOnlyAtTheResourceTenant() throws Exception {
    JWTClaimsSet atHome = signIn("organizations", BOB).idToken();
    JWTClaimsSet asGuest = signIn(Contoso.TENANT, Contoso.BOB).idToken();

    assertThat(atHome.getStringClaim("tid")).isEqualTo(FABRIKAM);
    assertThat(asGuest.getStringClaim("tid")).isEqualTo(Contoso.TENANT);
    assertThat(asGuest.getStringClaim("oid")).isNotEqualTo(atHome.getStringClaim("oid"));
    assertThat(asGuest.getStringClaim("idp"))
        .isEqualTo("https://sts.windows.net/" + FABRIKAM + "/");
  }

  @ParameterizedTest
  @CsvSource({
    "common, true, true, true",
    "organizations, true, true, false",
    "consumers, false, false, true",
    Contoso.TENANT + ", true, false, false",
    "fabrikam.example, false, true, false"
  })
  void thePageListsWhoCanSignIn(String segment, boolean ada, boolean bob, boolean louise) {
    String page = SIMULATOR.browser().open(authorize(segment, Form.web())).body();

    assertThat(page.contains("id=\"user-ada.lovelace\"")).isEqualTo(ada);
    assertThat(page.contains("id=\"user-bob\"")).isEqualTo(bob);
    assertThat(page.contains("id=\"user-louise\"")).isEqualTo(louise);
    assertThat(page.contains("id=\"user-bob_fabrikam.example-ext\""))
        .as("Bob as a guest")
        .isEqualTo(segment.equals(Contoso.TENANT));
  }

  @Test
  void aSinglePageApplicationWorksThroughAnAlias() throws Exception {
    Map<String, String> answer =
        SIMULATOR
            .browser()
            .open(authorize("organizations", Form.spa()))
            .press(BOB)
            .queryOfLocation();

    TokenReply reply =
        redeem("organizations", Form.spaCode(answer.get("code")), "Origin", Contoso.ORIGIN);

    assertThat(reply.idToken().getStringClaim("tid")).isEqualTo(FABRIKAM);
  }

  @Test
  void aRefreshTokenStaysAtHome() throws Exception {
    TokenReply first = signIn("common", BOB, Form.web().with("scope", "openid offline_access"));

    TokenReply again =
        redeem(
            "common",
            Form.webCode("")
                .without("code")
                .with("grant_type", "refresh_token")
                .with("refresh_token", first.text("refresh_token")));

    assertThat(again.idToken().getStringClaim("tid")).isEqualTo(FABRIKAM);
    assertThat(again.idToken().getSubject()).isEqualTo(first.idToken().getSubject());
  }

  @Test
  void aSessionThroughAnAliasCountsForTheNextRequest() {
    TestBrowser browser = SIMULATOR.browser();
    browser.open(authorize("common", Form.web())).press(BOB);

    assertThat(browser.open(authorize("common", Form.web())).queryOfLocation()).containsKey("code");
    assertThat(browser.open(authorize(Contoso.TENANT, Form.web())).body())
        .contains("Pick an account");
  }

  @Test
  void aCodeOfOneTenantIsNotRedeemedAtAnother() {
    String code =
        SIMULATOR
            .browser()
            .open(authorize("common", Form.web()))
            .press(BOB)
            .queryOfLocation()
            .get("code");

    assertThat(redeem(Contoso.TENANT, Form.webCode(code)).aadsts()).isEqualTo(700005);
    assertThat(redeem("consumers", Form.webCode(code)).aadsts()).isEqualTo(700005);
    assertThat(redeem("fabrikam.example", Form.webCode(code)).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{1} through {0} is AADSTS{2}")
  @MethodSource("audiences")
  void theAudienceOfTheApplicationDecides(String segment, String audience, int code) {
    SIMULATOR.entra().change(ApplicationChange.signInAudience(Contoso.WEB, audience));

    TestBrowser.Page page = SIMULATOR.browser().open(authorize(segment, Form.web()));

    if (code == 0) {
      assertThat(page.body()).contains("Pick an account");
    } else {
      assertStays(page, code);
    }
  }

  static Stream<Arguments> audiences() {
    return Stream.of(
        arguments(Contoso.TENANT, "AzureADMyOrg", 0),
        arguments("common", "AzureADMyOrg", 50194),
        arguments("organizations", "AzureADMyOrg", 50194),
        arguments("consumers", "AzureADMyOrg", 9002332),
        arguments("fabrikam.example", "AzureADMyOrg", 700016),
        arguments("organizations", "AzureADMultipleOrgs", 0),
        arguments("common", "AzureADMultipleOrgs", 0),
        arguments("fabrikam.example", "AzureADMultipleOrgs", 0),
        arguments("consumers", "AzureADMultipleOrgs", 9002332),
        arguments(PERSONAL, "AzureADMultipleOrgs", 9002332),
        arguments("consumers", "PersonalMicrosoftAccount", 0),
        arguments(PERSONAL, "PersonalMicrosoftAccount", 0),
        arguments("common", "PersonalMicrosoftAccount", 9002331),
        arguments("organizations", "PersonalMicrosoftAccount", 9002331),
        arguments(Contoso.TENANT, "PersonalMicrosoftAccount", 9002331));
  }

  @Test
  void aPersonalAccountCannotUseAnApplicationForOrganisations() {
    SIMULATOR.entra().change(ApplicationChange.signInAudience(Contoso.WEB, "AzureADMultipleOrgs"));

    assertStays(SIMULATOR.browser().open(authorize("common", Form.web())).press(LOUISE), 50020);
  }

  @ParameterizedTest
  @CsvSource({
    Contoso.TENANT + ", louise@outlook.example, 50020",
    Contoso.TENANT + ", nobody@nowhere.example, 50034",
    "consumers, ada.lovelace@contoso.example, 0",
    "consumers, grace.hopper@contoso.example, 50020",
    "fabrikam.example, grace.hopper@contoso.example, 50020"
  })
  void somebodyWhoIsNotListedHearsWhy(String segment, String name, int code) {
    TestBrowser.Page answer = typeName(segment, name);

    if (code == 0) {
      assertThat(answer.queryOfLocation()).containsKey("code");
    } else {
      assertStays(answer, code);
    }
  }

  @Test
  void aGuestMayTypeTheNameOfTheirHome() {
    assertThat(typeName(Contoso.TENANT, "bob@fabrikam.example").queryOfLocation())
        .containsKey("code");
  }

  @Test
  void anApplicationActsInAnotherTenantOnlyIfItIsThere() {
    Form form = Form.clientCredentials().with("scope", "https://graph.microsoft.com/.default");
    assertThat(redeem("fabrikam.example", form).accessToken().getClaim("tid")).isEqualTo(FABRIKAM);

    SIMULATOR
        .entra()
        .replaceDirectory(
            DIRECTORY.edited(json -> json.withArray("/tenants/1/servicePrincipals").removeAll()));

    TokenReply reply = redeem("fabrikam.example", form);
    assertThat(reply.aadsts()).isEqualTo(7000229);
    assertThat(reply.text("error")).isEqualTo("unauthorized_client");
  }

  @Test
  void thePersonalKeySignsForPersonalAccountsOnly() throws Exception {
    String personal = keyOf(signIn("common", LOUISE));
    String work = keyOf(signIn("common", BOB));

    assertThat(personal).isNotEqualTo(work);
    assertThat(keyIds("consumers")).containsExactly(personal);
    assertThat(keyIds(PERSONAL)).containsExactly(personal);
    assertThat(keyIds("common")).contains(personal, work);
    assertThat(issuerOfKey("common", personal)).endsWith("/" + PERSONAL + "/v2.0");
    assertThat(issuerOfKey("common", work)).endsWith("/{tenantid}/v2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers"})
  void theDocumentOfAnAliasKeepsTheAlias(String alias) {
    URI address =
        SIMULATOR.entra().httpUri().resolve("/" + alias + "/v2.0/.well-known/openid-configuration");

    assertThat(TokenReply.json(SIMULATOR.browser().open(address).body()).path("jwks_uri").asText())
        .isEqualTo(SIMULATOR.entra().httpUri() + "/" + alias + "/discovery/v2.0/keys");
  }

  private static TestBrowser.Page typeName(String segment, String name) {
    TestBrowser browser = SIMULATOR.browser();
    TestBrowser.Page page = browser.open(authorize(segment, Form.web()));
    Map<String, String> fields = page.hiddenFields();
    fields.put("other", "true");
    fields.put("name", name);
    return browser.post(SIMULATOR.entra().httpUri().resolve(page.formAction()), fields);
  }

  private static TokenReply signIn(String segment, String button) {
    return signIn(segment, button, Form.web());
  }

  private static TokenReply signIn(String segment, String button, Form request) {
    Map<String, String> answer =
        SIMULATOR.browser().open(authorize(segment, request)).press(button).queryOfLocation();
    return redeem(segment, Form.webCode(answer.get("code")));
  }

  private static TokenReply redeem(String segment, Form form, String... headers) {
    URI address = SIMULATOR.entra().httpUri().resolve("/" + segment + "/oauth2/v2.0/token");
    return new TokenReply(SIMULATOR.browser().post(address, form.values(), headers));
  }

  private static URI authorize(String segment, Form form) {
    return SIMULATOR
        .entra()
        .httpUri()
        .resolve("/" + segment + "/oauth2/v2.0/authorize?" + form.encoded());
  }

  private static String keyOf(TokenReply reply) throws ParseException {
    return SignedJWT.parse(reply.text("id_token")).getHeader().getKeyID();
  }

  private static Set<String> keyIds(String segment) {
    Set<String> ids = new HashSet<>();
    keys(segment).forEach(key -> ids.add(key.path("kid").asText()));
    return ids;
  }

  private static String issuerOfKey(String segment, String keyId) {
    for (JsonNode key : keys(segment)) {
      if (key.path("kid").asText().equals(keyId)) {
        return key.path("issuer").asText();
      }
    }
    throw new AssertionError("No key " + keyId);
  }

  private static JsonNode keys(String segment) {
    URI address = SIMULATOR.entra().httpUri().resolve("/" + segment + "/discovery/v2.0/keys");
    return TokenReply.json(SIMULATOR.browser().open(address).body()).path("keys");
  }

  private static void assertStays(TestBrowser.Page page, int code) {
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("AADSTS" + code);
  }
}
