package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Stack;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The realm writes down what the catalog has to be told, for whoever may know it. */
@CleanLog
class CatalogConfigIT {

  private static final String PATH = "/openmetadata/catalog-config/";
  private static final String CONFIDENTIAL = "?flow=confidential";

  private static final String[] VIEWER = {"view-realm", "view-identity-providers", "view-clients"};
  private static final String[] MANAGER = {
    "view-realm", "view-identity-providers", "view-clients", "manage-clients"
  };

  private final Stack stack = Stack.shared();

  @Test
  void itSaysWhatTheRealmItselfSays() {
    JsonNode discovery = Json.read(openly("/.well-known/openid-configuration"));

    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      HttpResponse<String> answer =
          viewer.get(PATH + "settings-json" + CONFIDENTIAL + "&release=1.13.1");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type"))
          .contains("application/json;charset=UTF-8");
      assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
      JsonNode authentication = Json.read(answer.body()).get("authenticationConfiguration");
      assertThat(authentication.get("authority")).isEqualTo(discovery.get("issuer"));
      assertThat(authentication.get("publicKeyUrls").get(0)).isEqualTo(discovery.get("jwks_uri"));
      assertThat(authentication.get("callbackUrl").asText())
          .isEqualTo(stack.catalogUrl() + "/callback");
      assertThat(authentication.get("oidcConfiguration").get("maxAge").asText()).isEqualTo("36000");
      assertThat(Json.read(answer.body()).at("/authorizerConfiguration/principalDomain").asText())
          .isEqualTo("contoso.example");
    }
  }

  @Test
  void whoeverMayOnlyViewGetsAPlaceForTheSecret() {
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      HttpResponse<String> answer = viewer.get(PATH + "docker-env" + CONFIDENTIAL);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body())
          .contains("OIDC_CLIENT_SECRET=PUT-THE-CLIENT-SECRET-HERE")
          .doesNotContain(stack.catalogSecret());
      assertThat(viewer.events()).isEmpty();
    }
  }

  @Test
  void whoeverMayOnlyViewIsRefusedTheSecretAndThatIsWrittenDown() {
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      HttpResponse<String> answer =
          viewer.get(PATH + "docker-env" + CONFIDENTIAL + "&secret=include");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain(stack.catalogSecret());
      assertDenied(viewer);
    }
  }

  @Test
  void whoeverMayManageTheClientGetsTheSecretIfTheyAskAndThatIsWrittenDown() {
    try (Administrator manager = Administrator.with(stack, MANAGER)) {
      assertThat(manager.get(PATH + "docker-env" + CONFIDENTIAL).body())
          .doesNotContain(stack.catalogSecret());
      assertThat(manager.events()).isEmpty();

      HttpResponse<String> answer =
          manager.get(PATH + "docker-env" + CONFIDENTIAL + "&secret=include");

      assertThat(answer.body()).contains("OIDC_CLIENT_SECRET=", stack.catalogSecret());
      assertThat(manager.events()).hasSize(1);
      assertThat(manager.events().get(0).has("error")).isFalse();
      assertThat(manager.events().toString()).doesNotContain(stack.catalogSecret());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "docker-env, flow=both, 400, write public or confidential",
    "docker-env, flow=public&release=1.7, 400, too old",
    "docker-env, flow=public&release=new, 400, such as 1.12.3",
    "docker-env, flow=public&url=nowhere, 400, such as https://catalog.contoso.com",
    "docker-env, flow=public&principal-domain=x, 400, such as contoso.com",
    "docker-env, flow=public&admins=ada%40fabrikam.example, 400, of the domain contoso.example",
    "settings-json, flow=public&release=1.9.4, 400, possible since 1.10",
    "toml, flow=public, 404, helm-values"
  })
  void whatCannotBeWrittenIsAnsweredWithASentence(
      String format, String query, int status, String sentence) {
    try (Administrator viewer = Administrator.with(stack, VIEWER)) {
      HttpResponse<String> answer = viewer.get(PATH + format + "?" + query);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(Json.read(answer.body()).get("errorMessage").asText()).contains(sentence);
    }
  }

  private static void assertDenied(Administrator somebody) {
    assertThat(somebody.events()).hasSize(1);
    JsonNode event = somebody.events().get(0);
    assertThat(event.get("error").asText()).isEqualTo("forbidden");
    assertThat(event.get("resourceType").asText()).isEqualTo("OPENMETADATA");
    assertThat(event.has("representation")).isFalse();
  }

  private String openly(String path) {
    return Administrator.anonymously(stack.keycloak().realmUri() + path).body();
  }
}
