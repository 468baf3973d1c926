package io.entrabroker.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be changed in a realm, and changed back. */
final class Drifts {

  static final String REALM = "/openmetadata";

  private final Stack stack;
  private final Realm realm;

  Drifts(Stack stack, Realm realm) {
    this.stack = stack;
    this.realm = realm;
  }

  Drift realmWith(Consumer<ObjectNode> change) {
    return changed(REALM, change);
  }

  Drift provider(Consumer<ObjectNode> change) {
    return changed(REALM + "/identity-provider/instances/entra", change);
  }

  Drift web(Consumer<ObjectNode> change) {
    return () -> changed(REALM + "/clients/" + id("openmetadata-web"), change).get();
  }

  Drift spa(Consumer<ObjectNode> change) {
    return () -> changed(REALM + "/clients/" + id("openmetadata-spa"), change).get();
  }

  @SafeVarargs
  final Runnable users(Map<String, Object>... users) {
    List<String> ids = Stream.of(users).map(realm::createUser).toList();
    return () -> ids.forEach(id -> stack.admin().delete(REALM + "/users/" + id));
  }

  static Map<String, Object> user(String name, String inTheCatalog, String address) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("catalog_username", List.of(inTheCatalog));
    attributes.put("catalog_email", List.of(address));
    return inTheCatalog.isEmpty()
        ? Map.of("username", name, "enabled", true)
        : Map.of("username", name, "enabled", true, "attributes", attributes);
  }

  static void attribute(ObjectNode client, String name, String value) {
    ((ObjectNode) client.get("attributes")).put(name, value);
  }

  Drift changed(String path, Consumer<ObjectNode> change) {
    return () -> {
      JsonNode before = stack.admin().get(path);
      ObjectNode after = before.deepCopy();
      change.accept(after);
      stack.admin().put(path, after);
      return () -> stack.admin().put(path, withoutNewAttributes(before, after));
    };
  }

  // What is not mentioned stays: an attribute goes away by an empty text.
  private static JsonNode withoutNewAttributes(JsonNode before, JsonNode after) {
    ObjectNode mended = before.deepCopy();
    if (mended.get("attributes") instanceof ObjectNode attributes) {
      after
          .get("attributes")
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!attributes.has(name)) {
                  attributes.put(name, "");
                }
              });
    }
    return mended;
  }

  String id(String clientId) {
    return stack.admin().get(REALM + "/clients?clientId=" + clientId).get(0).get("id").asText();
  }
}
