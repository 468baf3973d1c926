package io.entrabroker.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.htmlunit.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job: from the catalog through Keycloak to Entra and back. */
@CleanLog
class SignInIT {

  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "email",
          "email_verified",
          "preferred_username",
          "name",
          "given_name",
          "family_name",
          "roles",
          "groups",
          "oid",
          "tid");

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
    stack.simulator().clearRequests();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entra", "entra-spa", "entra-implicit"})
  void theCatalogGetsAda(String alias) {
    JsonNode claims = Json.claims(idToken(alias));
    JsonNode user = realm.user("ada.lovelace").orElseThrow();

    assertThat(claims.get("sub").asText()).isEqualTo(user.get("id").asText());
    assertThat(claims.get("email").asText()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(claims.get("email_verified").asBoolean()).isTrue();
    assertThat(claims.get("preferred_username").asText()).isEqualTo("ada.lovelace");
    assertThat(claims.get("name").asText()).isEqualTo("Ada Lovelace");
    assertThat(claims.get("given_name").asText()).isEqualTo("Ada");
    assertThat(claims.get("family_name").asText()).isEqualTo("Lovelace");
    assertThat(claims.get("roles").isArray()).isTrue();
    assertThat(claims.get("groups").isArray()).isTrue();
    assertThat(claims.get("tid").asText()).isEqualTo(Upstreams.TENANT);
    assertThat(claims.get("oid").asText()).isNotEmpty();
    assertThat(claims.properties().stream().map(Map.Entry::getKey))
        .doesNotContain("isBot", "tokenType", "sessionId", "impersonatedUser");
  }

  @Test
  void accessTokenUserInfoAndIntrospectionSayTheSame() {
    App catalog =
        new App(
            stack,
            "openmetadata-web",
            stack.catalogUrl() + "/callback",
            Map.of("client_secret", stack.catalogSecret()));
    try (Person ada = Person.with(stack)) {
      ada.signsIn("entra", "ada.lovelace");
      JsonNode tokens = catalog.tokens(ada);
      String accessToken = tokens.get("access_token").asText();
      JsonNode idToken = Json.claims(tokens.get("id_token").asText());

      for (JsonNode other :
          List.of(
              Json.claims(accessToken),
              catalog.userInfo(accessToken),
              catalog.introspection(accessToken))) {
        for (String claim : CLAIMS) {
          assertThat(other.get(claim))
              .as("%s in %s", claim, other)
              .isNotNull()
              .isEqualTo(idToken.get(claim));
        }
      }
    }
  }

  @Test
  void aSecretInTheVaultIsSent() {
    Upstreams upstreams = Upstreams.of(stack);
    upstreams.post(
        "trial", "entra", Upstreams.with(upstreams.web(), "clientSecret", "${vault.entra}"));
    try {
      idToken("trial");
    } finally {
      upstreams.delete("trial");
    }

    assertThat(tokenRequest().parameter("client_secret")).contains(stack.webSecret());
  }

  @Test
  void savingUnchangedKeepsTheSecretThatWorks() {
    Upstreams upstreams = Upstreams.of(stack);
    upstreams.post("trial", "entra", upstreams.web());
    upstreams.put("trial", "entra", upstreams.stored("trial"));
    try {
      idToken("trial");
    } finally {
      upstreams.delete("trial");
    }

    assertThat(tokenRequest().parameter("client_secret")).contains(stack.webSecret());
  }

  @Test
  void theTokenIsSignedWithRs256() {
    assertThat(Json.header(idToken("entra")).get("alg").asText()).isEqualTo("RS256");
  }

  @Test
  void theLinkIsTenantAndObjectId() {
    JsonNode claims = Json.claims(idToken("entra"));
    JsonNode user = realm.user("ada.lovelace").orElseThrow();
    JsonNode link = realm.links(user.get("id").asText()).get(0);
    String key = claims.get("tid").asText() + ":" + claims.get("oid").asText();

    assertThat(link.get("userId").asText()).isEqualTo(key);
    assertThat(user.get("attributes").get("entra_oid").get(0).asText())
        .isEqualTo(claims.get("oid").asText());
  }

  @Test
  void theSecondSignInFindsTheSameUser() {
    String first = Json.claims(idToken("entra")).get("sub").asText();
    String second = Json.claims(idToken("entra")).get("sub").asText();

    assertThat(second).isEqualTo(first);
    assertThat(realm.users()).hasSize(1);
  }

  @Test
  void aWebApplicationSendsItsSecretAndPkceAndNoOrigin() {
    idToken("entra");
    RecordedRequest request = tokenRequest();

    assertThat(request.parameter("client_secret")).contains(stack.webSecret());
    assertThat(request.parameter("code_verifier")).isPresent();
    assertThat(request.header("origin")).isEmpty();
  }

  @Test
  void aSinglePageApplicationSendsAnOriginAndPkceAndNoSecret() {
    idToken("entra-spa");
    RecordedRequest request = tokenRequest();

    assertThat(request.form()).doesNotContainKeys("client_secret", "client_assertion");
    assertThat(request.header("authorization")).isEmpty();
    assertThat(request.parameter("code_verifier")).isPresent();
    assertThat(request.header("origin"))
        .contains(stack.keycloak().baseUri().toString().replaceAll("/$", ""));
  }

  @Test
  void theIdTokenFlowMakesNoTokenRequest() {
    idToken("entra-implicit");

    assertThat(stack.simulator().requests()).noneMatch(RecordedRequest::toTokenEndpoint);
  }

  @Test
  void theAuthorizationRequestIsExplicit() {
    idToken("entra");
    RecordedRequest request =
        stack.simulator().requests().stream()
            .filter(RecordedRequest::toAuthorizeEndpoint)
            .findFirst()
            .orElseThrow();

    assertThat(request.parameter("response_type")).contains("code");
    assertThat(request.parameter("response_mode")).contains("query");
    assertThat(request.parameter("code_challenge_method")).contains("S256");
    assertThat(request.parameter("nonce")).isPresent();
    assertThat(new HashSet<>(List.of(request.parameter("scope").orElse("").split(" "))))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList("openid", "profile", "email", "offline_access"));
  }

  /** Signs Ada in with a new browser and gives the ID token that the catalog got. */
  private String idToken(String alias) {
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn(alias, "ada.lovelace");
      return Person.parameter(end, "id_token");
    }
  }

  private RecordedRequest tokenRequest() {
    return stack.simulator().requests().stream()
        .filter(RecordedRequest::toTokenEndpoint)
        .findFirst()
        .orElseThrow();
  }
}
