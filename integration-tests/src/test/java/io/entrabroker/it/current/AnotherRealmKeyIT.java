package io.entrabroker.it.current;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.RefreshNow;
import io.entrabroker.it.Someone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The realm gets another AES key while sessions live whose tokens are sealed with the one before.
 */
@CleanLog
class AnotherRealmKeyIT extends PeopleTest {

  private static final String KEYS = "org.keycloak.keys.KeyProvider";

  private final RefreshNow node = new RefreshNow(stack.keycloak().realmUri());

  @BeforeEach
  void nobodyIsFollowed() {
    node.everySession();
    assertThat(node.kept()).isZero();
    trialWith();
  }

  @Test
  void whatTheOldKeySealedIsReadAndSealedAnewWithTheNewOne() {
    Someone kuno = signedIn("Kuno");
    Someone kira = signedIn("Kira");
    String old = activeKey();
    String next = addKey();
    assertThat(next).isNotEqualTo(old);
    assertThat(keysOfRows()).containsExactly(old, old);
    assertThat(node.everySession()).isEqualTo(2);

    assertThat(keysOfRows()).containsExactly(next, next);
    removeKey(old);
    assertThat(node.everySession()).isEqualTo(2);
    assertThat(node.kept()).isEqualTo(2);
    assertThat(logged("ENTRA5606")).isEmpty();
    assertThat(realm.sessionsOf(userId(kuno))).isEqualTo(1);
    assertThat(realm.sessionsOf(userId(kira))).isEqualTo(1);
  }

  @Test
  void aPassiveKeyStillReads() {
    signedIn("Kaya");
    String old = activeKey();
    String next = addKey();
    change(old, "active", "false");
    assertThat(node.everySession()).isEqualTo(1);

    assertThat(keysOfRows()).containsExactly(next);
    assertThat(logged("ENTRA5606")).isEmpty();
  }

  @Test
  void withoutTheOldKeyTheSessionGoesOnAndIsNotRefreshedUntilTheNextSignIn() {
    Someone kilian = signedIn("Kilian");
    String old = activeKey();
    String next = addKey();
    removeKey(old);
    stack.simulator().clearRequests();
    assertThat(node.everySession()).isEqualTo(1);

    assertThat(stack.simulator().requests()).isEmpty();
    assertThat(realm.sessionsOf(userId(kilian))).isEqualTo(1);
    assertThat(node.kept()).isZero();
    assertThat(logged("ENTRA5606")).hasSize(1);
    assertThat(node.everySession()).isZero();
    tokenOf(kilian);
    assertThat(keysOfRows()).containsExactly(next);
    assertThat(node.everySession()).isEqualTo(1);
    assertThat(node.kept()).isEqualTo(1);
  }

  private Someone signedIn(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    tokenOf(someone);
    return someone;
  }

  private List<String> keysOfRows() {
    return node.rows().stream().map(RefreshNow.Row::keyId).toList();
  }

  private String activeKey() {
    return stack.admin().get("/openmetadata/keys").at("/active/AES").asText();
  }

  /** Adds a key that goes before the present one, and gives its id. */
  private String addKey() {
    stack
        .admin()
        .post(
            "/openmetadata/components",
            Map.of(
                "name",
                "another-aes",
                "providerId",
                "aes-generated",
                "providerType",
                KEYS,
                "parentId",
                stack.admin().get("/openmetadata").get("id").asText(),
                "config",
                Map.of(
                    "priority", List.of(Long.toString(1 + priorityOf(activeKey()))),
                    "enabled", List.of("true"),
                    "active", List.of("true"),
                    "secretSize", List.of("16"))));
    return activeKey();
  }

  private long priorityOf(String kid) {
    return key(kid).get("providerPriority").asLong();
  }

  private void removeKey(String kid) {
    stack.admin().delete("/openmetadata/components/" + key(kid).get("providerId").asText());
  }

  private void change(String kid, String setting, String value) {
    String path = "/openmetadata/components/" + key(kid).get("providerId").asText();
    ObjectNode component = (ObjectNode) stack.admin().get(path);
    ((ObjectNode) component.get("config")).putArray(setting).add(value);
    stack.admin().put(path, component);
  }

  private JsonNode key(String kid) {
    for (JsonNode key : stack.admin().get("/openmetadata/keys").get("keys")) {
      if (key.path("kid").asText().equals(kid)) {
        return key;
      }
    }
    throw new AssertionError("The realm has no key " + kid);
  }
}
