package io.entrabroker.operations.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The user profile: attributes and groups of the file as the file says, others as they are. */
final class ProfilePlan {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROVIDER = "org.keycloak.userprofile.UserProfileProvider";
  private static final String UNMANAGED = "unmanagedAttributePolicy";
  private static final String[] PARTS = {"attributes", "groups"};
  private static final String NAME = "name";

  private final JsonNode wanted;
  private final ObjectNode merged;
  private final Draft draft;
  private final List<String> differences = new ArrayList<>();

  ProfilePlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.wanted = inTheFile(desired);
    this.merged = Nodes.copy(present.part("userProfile"));
    this.draft = draft;
  }

  void profile() {
    for (String part : PARTS) {
      for (JsonNode element : wanted.path(part)) {
        put(part.substring(0, part.length() - 1), element, merged.withArray(part));
      }
      Nodes.all(merged.path(part))
          .map(element -> element.path(NAME).asText())
          .filter(name -> Nodes.named(wanted.path(part), NAME, name).isMissingNode())
          .forEach(name -> draft.leaveAlone("User profile: it has " + name + ", too. It stays."));
    }
    if (!merged.path(UNMANAGED).asText().isEmpty() && !wanted.has(UNMANAGED)) {
      draft.leaveAlone(
          "User profile: unmanaged attributes are "
              + merged.path(UNMANAGED).asText()
              + ", of which the file says nothing. It stays.");
    }
    if (!differences.isEmpty()) {
      draft.change(
          "User profile: " + String.join("; ", differences) + ".",
          Step.put(merged, "users", "profile"));
    }
  }

  /** Whole, since what an attribute has besides may let users edit it. */
  private void put(String what, JsonNode element, ArrayNode list) {
    String name = element.path(NAME).asText();
    for (int i = 0; i < list.size(); i++) {
      if (list.path(i).path(NAME).asText().equals(name)) {
        if (!normal(list.path(i)).equals(normal(element))) {
          differences.add(what + " " + name + " is " + list.path(i) + ", becomes " + element);
          list.set(i, element);
        }
        return;
      }
    }
    differences.add(what + " " + name + " is added");
    list.add(element);
  }

  /** Names in lists have no order; Keycloak writes down annotations that are not there. */
  private static JsonNode normal(JsonNode element) {
    ObjectNode copy = Nodes.copy(element);
    if (copy.path("annotations").isEmpty()) {
      copy.remove("annotations");
    }
    if (copy.path("permissions").isObject()) {
      ObjectNode permissions = copy.putObject("permissions");
      element
          .path("permissions")
          .properties()
          .forEach(
              e ->
                  permissions.set(
                      e.getKey(),
                      JSON.valueToTree(Nodes.texts(e.getValue()).stream().sorted().toList())));
    }
    return copy;
  }

  private static JsonNode inTheFile(DesiredRealm desired) {
    try {
      return JSON.readTree(
          desired
              .part("components")
              .path(PROVIDER)
              .at("/0/config/kc.user.profile.config/0")
              .asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The user profile in the realm file is no JSON", e);
    }
  }
}
