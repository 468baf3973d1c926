package io.entrabroker.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON document as lines {@code path = value}, one per leaf. An object in a list goes by its name
 * and not by its place, since Keycloak exports lists in any order. The user profile, which is JSON
 * in a text, is taken apart as well.
 */
final class RealmLeaves {
  private static final List<String> NAMES =
      List.of("alias", "clientId", "name", "authenticator", "client", "clientScope", "providerId");

  private final Set<String> lines = new TreeSet<>();

  private RealmLeaves() {}

  static Set<String> of(JsonNode document) {
    RealmLeaves leaves = new RealmLeaves();
    leaves.collect("", document);
    return leaves.lines;
  }

  private void collect(String path, JsonNode node) {
    if (node.isArray()) {
      node.forEach(element -> collect(path + "[" + nameOf(element) + "]", element));
    } else if (node.isObject()) {
      node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue()));
    } else if (path.endsWith("/kc.user.profile.config[]")) {
      collect(path, Json.read(node.asText()));
    } else {
      lines.add(path + " = " + node.asText());
    }
  }

  private static String nameOf(JsonNode element) {
    return NAMES.stream()
        .filter(element::has)
        .findFirst()
        .map(name -> element.path(name).asText())
        .orElse("");
  }
}
