package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The part of Microsoft Graph that a sign-in uses. */
class GraphTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  @Test
  void aPersonReadsTheirOwnProfile() {
    JsonNode me = TokenReply.json(get("/v1.0/me", token("openid User.Read")).body());

    assertThat(names(me))
        .containsExactly(
            "@odata.context",
            "businessPhones",
            "displayName",
            "givenName",
            "jobTitle",
            "mail",
            "mobilePhone",
            "officeLocation",
            "preferredLanguage",
            "surname",
            "userPrincipalName",
            "id");
    assertThat(me.path("id").asText()).isEqualTo(Contoso.ADA_ID);
    assertThat(me.path("mobilePhone").isNull()).isTrue();
  }

  @Test
  void aPersonSelectsWhatToRead() {
    JsonNode me =
        TokenReply.json(get("/v1.0/me?$select=id,userType", token("openid User.Read")).body());

    assertThat(names(me)).containsExactly("@odata.context", "id", "userType");
  }

  @Test
  void openIdScopesAloneDoNotOpenTheProfile() {
    TestBrowser.Page page = get("/v1.0/me", token("openid profile email"));

    assertThat(page.status()).isEqualTo(403);
    assertThat(TokenReply.json(page.body()).at("/error/code").asText())
        .isEqualTo("Authorization_RequestDenied");
  }

  @Test
  void anExpiredOrForeignTokenIsRefused() {
    String token = token("openid User.Read");
    SIMULATOR.clock().advance(Duration.ofMinutes(91));

    for (String bad : List.of(token, "not-a-token", token("openid User.Read") + "x")) {
      TestBrowser.Page page = get("/v1.0/me", bad);

      assertThat(page.status()).isEqualTo(401);
      assertThat(TokenReply.json(page.body()).at("/error/code").asText())
          .isEqualTo("InvalidAuthenticationToken");
    }
  }

  @Test
  void userInfoHasTheSubjectOfTheIdToken() {
    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

    JsonNode claims = TokenReply.json(get("/oidc/userinfo", reply.text("access_token")).body());

    assertThat(names(claims))
        .containsExactly("sub", "name", "family_name", "given_name", "picture", "email");
    assertThat(claims.path("sub").asText()).isEqualTo(reply.idToken().getSubject());
  }

  private static String token(String scope) {
    return SIMULATOR
        .signInThroughWeb(Form.web().with("scope", scope), Contoso.ADA)
        .text("access_token");
  }

  private static TestBrowser.Page get(String path, String token) {
    URI address = SIMULATOR.entra().httpUri().resolve(path);
    return SIMULATOR
        .browser()
        .send(
            address,
            HttpRequest.newBuilder(address).GET().header("Authorization", "Bearer " + token));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
