package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The realm's own settings, required actions and keys. */
final class SettingsPlan {
  private static final String LISTENERS = "eventsListeners";

  /** Writes whatever name was typed into the password form to the log. */
  private static final String LOG_LISTENER = "jboss-logging";

  private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";
  private static final String NAME = "name";

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft;

  SettingsPlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.desired = desired;
    this.present = present;
    this.draft = draft;
  }

  void settings() {
    ObjectNode wanted = desired.settings();
    JsonNode have = present.part("settings");
    if (wanted.path(LISTENERS).isArray()) {
      listeners((ArrayNode) wanted.path(LISTENERS), have.path(LISTENERS));
    }
    Comparison comparison = Comparison.of("The realm", wanted, have);
    draft.add(comparison, Step.put(comparison.merged()));
  }

  /** A site's own listener stays. */
  private void listeners(ArrayNode wanted, JsonNode have) {
    List<String> own = Nodes.texts(wanted);
    Nodes.texts(have).stream()
        .filter(listener -> !own.contains(listener) && !listener.equals(LOG_LISTENER))
        .forEach(
            listener -> {
              wanted.add(listener);
              draft.leaveAlone("The realm: the event listener " + listener + " stays.");
            });
  }

  void requiredActions() {
    for (JsonNode action : desired.part("requiredActions")) {
      String alias = action.path("alias").asText();
      JsonNode have = Nodes.named(present.part("requiredActions"), "alias", alias);
      Step put = Step.put(action, "authentication", "required-actions", alias);
      if (!have.isMissingNode()) {
        Comparison comparison = Comparison.of("Required action " + alias, action, have);
        draft.add(
            comparison, Step.put(comparison.merged(), "authentication", "required-actions", alias));
      } else if (action.path("enabled").asBoolean()) {
        ObjectNode registration = Nodes.object();
        registration.set("providerId", action.path("providerId"));
        registration.set(NAME, action.path(NAME));
        draft.change(
            "Required action " + alias + " is not registered: it is.",
            Step.post(registration, "authentication", "register-required-action"),
            put);
      }
    }
  }

  /** One is added only for an algorithm for which the realm has no key at all. */
  void keys() {
    List<String> algorithms =
        Nodes.all(present.part("keys").path("keys"))
            .map(key -> key.path("algorithm").asText())
            .toList();
    for (JsonNode provider : desired.part("components").path(KEY_PROVIDER)) {
      String algorithm = algorithm(provider);
      if (!algorithms.contains(algorithm)) {
        ObjectNode component = Nodes.copy(Nodes.filled(provider));
        component.put("providerType", KEY_PROVIDER);
        draft.change(
            "Keys: there is none for " + algorithm + ", one is made.",
            Step.post(component, "components"));
      }
    }
  }

  private static String algorithm(JsonNode provider) {
    String kind = provider.path("providerId").asText();
    JsonNode config = provider.path("config");
    if (kind.startsWith("aes")) {
      return "AES";
    }
    return kind.startsWith("ecdsa")
        ? "ES" + config.at("/ecdsaEllipticCurveKey/0").asText().replace("P-", "")
        : config.at("/algorithm/0").asText();
  }
}
