package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Stack;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for a preview, and that it is written down. */
@CleanLog
class PreviewPermissionIT {

  private static final String PATH = "/openmetadata/preview";
  private static final String ENTRA = "{\"alias\":\"entra\"}";

  private final Stack stack = Stack.shared();

  @Test
  void whoeverManagesIdentityProvidersGetsALinkAndThatIsWrittenDown() {
    try (Administrator manager = Administrator.with(stack, "manage-identity-providers")) {
      HttpResponse<String> answer = manager.send("POST", PATH, ENTRA);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
      JsonNode link = Json.read(answer.body());
      assertThat(link.get("link").asText())
          .startsWith(stack.keycloak().realmUri() + "/broker/entra/endpoint/preview?link=");
      assertThat(link.get("seconds").asInt()).isEqualTo(300);
      assertThat(manager.events()).hasSize(1);
      JsonNode event = manager.events().get(0);
      assertThat(event.has("error")).isFalse();
      assertThat(event.get("resourceType").asText()).isEqualTo("OPENMETADATA");
      assertThat(event.toString()).doesNotContain(link.get("link").asText().replaceAll(".*=", ""));
    }
  }

  @Test
  void whoeverMayNotAskLearnsNotWhichProvidersThereAre() {
    try (Administrator viewer = Administrator.with(stack, "view-users")) {
      assertThat(viewer.send("POST", PATH, "{\"alias\":\"nobody\"}").body())
          .isEqualTo(viewer.send("POST", PATH, ENTRA).body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"alias\":7}", "{\"alias\":\"\"}", "{\"alias\":\"nobody\"}"})
  void whatIsNoProviderIsAnsweredWithASentence(String body) {
    try (Administrator manager = Administrator.with(stack, "manage-identity-providers")) {
      HttpResponse<String> answer = manager.send("POST", PATH, body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Json.read(answer.body()).get("errorMessage").asText())
          .contains("write the alias of one");
    }
  }
}
