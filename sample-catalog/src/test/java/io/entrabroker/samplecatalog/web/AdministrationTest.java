package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static io.entrabroker.samplecatalog.web.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationFiles;
import io.entrabroker.samplecatalog.openmetadata.Release;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators see and change while the catalog runs. */
class AdministrationTest {
  private static final String CONFIG = "/api/v1/system/security/config";
  private static final String VALIDATE = "/api/v1/system/security/validate";

  @TempDir Path folder;

  private final TestIssuer issuer = new TestIssuer();
  private final Browser browser = new Browser();
  private SampleCatalog catalog;
  private String administrator;

  @BeforeEach
  void aCatalogOfARelease() throws IOException {
    issuer.claims.put("roles", List.of("DataSteward"));
    issuer.claims.put("groups", List.of("Curators", "Insights"));
    start("1.13.1");
  }

  private void start(String release) throws IOException {
    String realm = issuer.realm().toString();
    String text =
        """
        AUTHENTICATION_PROVIDER=custom-oidc
        AUTHENTICATION_CLIENT_TYPE=confidential
        AUTHENTICATION_AUTHORITY=%1$s
        AUTHENTICATION_CLIENT_ID=openmetadata-web
        AUTHENTICATION_PUBLIC_KEYS=[%1$s/protocol/openid-connect/certs]
        AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING=[username:preferred_username,email:email]
        OIDC_CLIENT_ID=openmetadata-web
        OIDC_CLIENT_SECRET=s3cret
        OIDC_DISCOVERY_URI=%1$s/.well-known/openid-configuration
        OIDC_CALLBACK=http://localhost:1/callback
        OIDC_SERVER_URL=http://localhost:1
        AUTHORIZER_PRINCIPAL_DOMAIN=contoso.example
        """
            .formatted(realm);
    Path file = Files.writeString(folder.resolve("catalog.env"), text);
    catalog =
        SampleCatalog.configuredBy(new ConfigurationFiles(Release.of(release), Map.of()).read(file))
            .teams("Curators")
            .start();
    administrator = catalog.administratorsToken();
    if (!Release.of(release).hasSettingsApi()) {
      return;
    }
    ObjectNode here = with(all -> {});
    oidc(here)
        .put("callbackUrl", catalog.url() + "/callback")
        .put("serverUrl", catalog.url().toString());
    ((ObjectNode) here.get("authenticationConfiguration")).put("jwtTeamClaimMapping", "groups");
    assertThat(put(here).statusCode()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    catalog.close();
    issuer.close();
  }

  private String at(String path) {
    return catalog.url() + path;
  }

  private JsonNode read(String path) {
    return json(browser.get(at(path), administrator));
  }

  private ObjectNode configuration() {
    return (ObjectNode) read(CONFIG);
  }

  private static ObjectNode oidc(ObjectNode configuration) {
    return (ObjectNode) configuration.at("/authenticationConfiguration/oidcConfiguration");
  }

  private HttpResponse<String> put(JsonNode body) {
    return browser.send("PUT", at(CONFIG), administrator, body.toString());
  }

  /** The settings with the right secret and one change. */
  private ObjectNode with(Consumer<ObjectNode> change) {
    ObjectNode changed = configuration();
    oidc(changed).put("secret", TestIssuer.SECRET);
    change.accept(changed);
    return changed;
  }

  private String signIn() {
    HttpResponse<String> login =
        browser.get(at("/api/v1/auth/login?redirectUri=" + at("/auth/callback")));
    if (login.statusCode() != 302) {
      return "login " + login.statusCode();
    }
    HttpResponse<String> end = browser.get(location(browser.get(location(login))));
    if (end.statusCode() != 302) {
      return "callback " + end.statusCode();
    }
    return Browser.query(location(end).replace("#", "?")).get("id_token");
  }

  private JsonNode person() {
    return json(browser.get(at("/api/v1/users/loggedInUser"), signIn()));
  }

  private JsonNode user(String name) {
    for (JsonNode user : read("/api/v1/users?limit=100").get("data")) {
      if (user.get("name").asText().equals(name)) {
        return user;
      }
    }
    throw new AssertionError("No " + name);
  }

  @Test
  void theSecretIsNotShown() {
    assertThat(oidc(configuration()).get("secret").asText()).isEqualTo("*********");
    assertThat(read(CONFIG).toString()).doesNotContain(TestIssuer.SECRET);
  }

  @Test
  void aChangeHoldsAtOnce() {
    assertThat(person().get("isAdmin").asBoolean()).isFalse();

    HttpResponse<String> saved =
        put(
            with(
                all ->
                    ((ObjectNode) all.get("authorizerConfiguration"))
                        .putArray("adminPrincipals")
                        .add("ada.lovelace")));

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(saved.body()).doesNotContain(TestIssuer.SECRET);
    assertThat(person().get("isAdmin").asBoolean()).isTrue();
  }

  @Test
  void aMaskThatIsWrittenBackIsTheSecretFromThenOn() {
    assertThat(signIn()).startsWith("ey");

    assertThat(put(configuration()).statusCode()).isEqualTo(200);

    assertThat(signIn()).isEqualTo("callback 500");
    assertThat(issuer.tokenRequest).containsEntry("client_secret", "*********");
  }

  @Test
  void aPatchLeavesTheSecretAlone() {
    HttpResponse<String> saved =
        browser.send(
            "PATCH",
            at(CONFIG),
            administrator,
            "[{'op':'replace','path':'/authorizerConfiguration/principalDomain','value':'x.example'}]");

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(configuration().at("/authorizerConfiguration/principalDomain").asText())
        .isEqualTo("x.example");
    assertThat(signIn()).startsWith("ey");
  }

  @Test
  void whatOpenMetadataDoesNotKnowIsNotSaved() {
    HttpResponse<String> refused =
        put(
            with(
                all ->
                    ((ObjectNode) all.get("authenticationConfiguration")).put("emailClaim", "e")));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("emailClaim");
    assertThat(configuration().at("/authenticationConfiguration/emailClaim").isMissingNode())
        .isTrue();
  }

  @Test
  void fromTheServersClientToTheBrowsersAndBack() {
    ObjectNode confidential = with(all -> {});
    ObjectNode open =
        with(
            all -> {
              ObjectNode authentication = (ObjectNode) all.get("authenticationConfiguration");
              authentication.put("clientType", "public").remove("oidcConfiguration");
            });

    assertThat(put(open).statusCode()).isEqualTo(200);
    assertThat(signIn()).isEqualTo("login 404");
    assertThat(json(browser.get(at("/api/v1/system/config/auth"))).get("clientType").asText())
        .isEqualTo("public");
    assertThat(put(confidential).statusCode()).isEqualTo(200);
    assertThat(signIn()).startsWith("ey");
  }

  @Test
  void onlyAdministratorsSeeAndChangeAnything() {
    String member = signIn();
    for (String path :
        List.of(
            CONFIG, "/api/v1/users", "/api/v1/teams", "/api/v1/roles", "/api/v1/teams/name/x")) {
      assertThat(browser.get(at(path), member).statusCode()).as(path).isEqualTo(403);
      assertThat(browser.get(at(path)).statusCode()).as(path).isEqualTo(401);
      assertThat(browser.get(at(path), "ey.ey.ey").statusCode()).as(path).isEqualTo(401);
    }
    assertThat(browser.send("PUT", at(CONFIG), member, "{}").statusCode()).isEqualTo(403);
    assertThat(browser.send("POST", at(VALIDATE), member, "{}").statusCode()).isEqualTo(403);
    assertThat(browser.send("POST", at("/api/v1/teams"), member, "{}").statusCode()).isEqualTo(403);
    String self = "/api/v1/users/" + user("ada.lovelace").get("id").asText();
    assertThat(
            browser
                .send(
                    "PATCH", at(self), member, "[{'op':'replace','path':'/isAdmin','value':true}]")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aPersonalTokenStaysGoodWhateverTheSettingsSay() {
    put(
        with(
            all ->
                ((ObjectNode) all.get("authenticationConfiguration"))
                    .putArray("publicKeyUrls")
                    .add("http://localhost:1/certs")));

    assertThat(browser.get(at("/api/v1/users/loggedInUser"), signIn()).statusCode()).isEqualTo(500);
    assertThat(read("/api/v1/users/loggedInUser").get("name").asText()).isEqualTo("admin");
    assertThat(read("/api/v1/system/config/jwks").get("keys")).hasSize(1);
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "secret, s3cret, success, valid",
    "secret, other, failed, refused the client's id",
    "discoveryUri, http://localhost:1/none, failed, no jwks_uri",
    "responseType, token, failed, responseType token",
    "preferredJwsAlgorithm, HS256, failed, HS256"
  })
  void theValidatorTriesTheSettings(String member, String value, String status, String reason) {
    ObjectNode tried = with(all -> oidc(all).put(member, value));

    JsonNode answer = json(browser.send("POST", at(VALIDATE), administrator, tried.toString()));

    assertThat(answer.get("status").asText()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.get("results").toString()).contains(reason);
  }

  @Test
  void theValidatorWantsTheVeryKeysOfTheDiscoveryDocument() {
    ObjectNode tried =
        with(
            all ->
                ((ObjectNode) all.get("authenticationConfiguration"))
                    .putArray("publicKeyUrls")
                    .add(catalog.url() + "/api/v1/system/config/jwks"));

    JsonNode answer = json(browser.send("POST", at(VALIDATE), administrator, tried.toString()));

    assertThat(answer.get("results").toString()).contains("publicKeyUrls does not contain");
  }

  @Test
  void aCatalogAsItComesSignsNobodyInUntilItsSettingsAreChanged() throws IOException {
    ObjectNode right = with(all -> {});
    catalog.close();
    Path nothing = Files.writeString(folder.resolve("nothing.env"), "");
    catalog =
        SampleCatalog.configuredBy(
                new ConfigurationFiles(new Release(1, 13, 1), Map.of()).read(nothing))
            .port(catalog.url().getPort())
            .start();
    administrator = catalog.administratorsToken();

    JsonNode told = json(browser.get(at("/api/v1/system/config/auth")));
    assertThat(told.get("provider").asText()).isEqualTo("basic");
    assertThat(told.get("clientId").asText()).isEmpty();
    assertThat(signIn()).isEqualTo("login 404");
    ObjectNode before = configuration();
    assertThat(put(right).statusCode()).isEqualTo(200);
    assertThat(signIn()).startsWith("ey");

    ((ObjectNode) before.get("authenticationConfiguration")).remove("oidcConfiguration");
    assertThat(put(before).statusCode()).isEqualTo(200);
    assertThat(signIn()).isEqualTo("login 404");
  }

  @ParameterizedTest
  @CsvSource({"1.8.12", "1.9.0"})
  void olderReleasesHaveNoSuchSettings(String release) throws IOException {
    catalog.close();
    start(release);

    assertThat(browser.get(at(CONFIG), administrator).statusCode()).isEqualTo(404);
    assertThat(browser.send("POST", at(VALIDATE), administrator, "{}").statusCode()).isEqualTo(404);
    assertThat(read("/api/v1/system/version").get("version").asText()).isEqualTo(release);
    assertThat(read("/api/v1/users").get("data")).isNotEmpty();
  }

  @Test
  void aTeamIsThereAtTheNextSignInAndThereIsOnlyOneOfAName() {
    assertThat(person().get("teams").findValuesAsText("name")).containsExactly("Curators");

    String team = "{'name':'Insights','displayName':'Insights','teamType':'Group'}";
    assertThat(browser.post(at("/api/v1/teams"), administrator, team).statusCode()).isEqualTo(201);
    assertThat(browser.post(at("/api/v1/teams"), administrator, team).statusCode()).isEqualTo(409);

    assertThat(read("/api/v1/teams/name/Insights").get("teamType").asText()).isEqualTo("Group");
    assertThat(browser.get(at("/api/v1/teams/name/insights"), administrator).statusCode())
        .isEqualTo(404);
    assertThat(person().get("teams").findValuesAsText("name"))
        .containsExactly("Curators", "Insights");
  }

  @Test
  void aTeamThatIsNoGroupIsNotForTokens() {
    String team = "{'name':'Insights','teamType':'Department'}";
    browser.post(at("/api/v1/teams"), administrator, team);

    assertThat(person().get("teams").findValuesAsText("name")).containsExactly("Curators");
  }

  @Test
  void teamsAndAdminRightsAreTakenAwayByAPatch() {
    put(
        with(
            all ->
                ((ObjectNode) all.get("authorizerConfiguration"))
                    .putArray("adminPrincipals")
                    .add("ada.lovelace")));
    person();
    JsonNode ada = user("ada.lovelace");
    assertThat(ada.get("isAdmin").asBoolean()).isTrue();

    String id = ada.at("/teams/0/id").asText();
    HttpResponse<String> changed =
        browser.send(
            "PATCH",
            at("/api/v1/users/" + ada.get("id").asText()),
            administrator,
            "[{'op':'test','path':'/teams/0/id','value':'"
                + id
                + "'},{'op':'remove','path':'/teams/0'},"
                + "{'op':'replace','path':'/isAdmin','value':false}]");

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    JsonNode after = user("ada.lovelace");
    assertThat(after.get("teams")).isEmpty();
    assertThat(after.get("isAdmin").asBoolean()).isFalse();
  }

  @Test
  void aPatchWhoseTestFailsChangesNothing() {
    person();
    String path = at("/api/v1/users/" + user("ada.lovelace").get("id").asText());

    HttpResponse<String> refused =
        browser.send(
            "PATCH",
            path,
            administrator,
            "[{'op':'remove','path':'/teams/0'},{'op':'test','path':'/isAdmin','value':true}]");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(user("ada.lovelace").get("teams")).hasSize(1);
  }

  @Test
  void listsComeInPages() {
    JsonNode first = read("/api/v1/users?limit=3&isBot=true");
    JsonNode second =
        read("/api/v1/users?limit=3&isBot=true&after=" + first.at("/paging/after").asText());

    assertThat(first.get("data")).hasSize(3);
    assertThat(second.at("/data/0/name")).isNotEqualTo(first.at("/data/0/name"));
    assertThat(first.at("/paging/total").asInt()).isGreaterThan(6);
    assertThat(read("/api/v1/users?limit=100&isBot=false").get("data")).hasSize(1);
    assertThat(read("/api/v1/roles").get("data").findValuesAsText("name"))
        .containsExactly("DataConsumer", "DataSteward");
  }
}
