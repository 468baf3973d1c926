package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Stack;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view-identity-providers",
        "view-realm",
        "manage-realm",
        "view-users",
        "manage-users",
        "view-clients",
        "manage-clients",
        "manage-events",
        "manage-authorization"
      })
  void anyOtherRoleIsNotEnoughAndThatIsWrittenDown(String role) {
    try (Administrator somebody = Administrator.with(stack, role)) {
      HttpResponse<String> answer = somebody.send("POST", PATH, ENTRA);

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("link");
      assertDenied(somebody);
    }
  }

  @Test
  void viewingEverythingIsNotEnough() {
    try (Administrator viewer =
        Administrator.with(
            stack,
            "view-realm",
            "view-users",
            "view-clients",
            "view-identity-providers",
            "view-events",
            "view-authorization")) {
      assertThat(viewer.send("POST", PATH, ENTRA).statusCode()).isEqualTo(403);
      assertDenied(viewer);
    }
  }

  @Test
  void whoeverMayNotAskLearnsNotWhichProvidersThereAre() {
    try (Administrator viewer = Administrator.with(stack, "view-users")) {
      assertThat(viewer.send("POST", PATH, "{\"alias\":\"nobody\"}").body())
          .isEqualTo(viewer.send("POST", PATH, ENTRA).body());
    }
  }

  @Test
  void theAdministratorOfAnotherRealmMayNotAsk() {
    String other = "other-" + UUID.randomUUID();
    stack.admin().post("", Map.of("realm", other, "enabled", true));
    try (Administrator somebody =
        Administrator.over(other + "-realm", stack, "manage-identity-providers")) {
      assertThat(somebody.send("POST", PATH, ENTRA).statusCode()).isEqualTo(403);
      assertDenied(somebody);
    } finally {
      stack.admin().delete("/" + other);
    }
  }

  @Test
  void nobodyMayNotAsk() {
    try (Administrator nobody = Administrator.with(stack)) {
      assertThat(nobody.send("POST", PATH, ENTRA).statusCode()).isEqualTo(403);
    }
    assertThat(Administrator.anonymously("POST", address()).statusCode()).isEqualTo(401);
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

  private String address() {
    return stack.keycloak().baseUri().toString().replaceAll("/$", "")
        + "/admin/realms/openmetadata"
        + PATH;
  }

  private static void assertDenied(Administrator somebody) {
    assertThat(somebody.events()).hasSize(1);
    JsonNode event = somebody.events().get(0);
    assertThat(event.get("error").asText()).isEqualTo("forbidden");
    assertThat(event.get("resourceType").asText()).isEqualTo("OPENMETADATA");
    assertThat(event.has("representation")).isFalse();
  }
}
