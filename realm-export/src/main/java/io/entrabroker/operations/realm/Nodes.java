package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON as realms need it. */
final class Nodes {

  private Nodes() {}

  /** The element of a list that has this text in a member; a missing node if there is none. */
  static JsonNode named(JsonNode list, String member, String text) {
    return all(list)
        .filter(element -> element.path(member).asText().equals(text))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static List<String> texts(JsonNode list) {
    return all(list).map(JsonNode::asText).toList();
  }

  static String text(JsonNode leaf) {
    return isAbsent(leaf) ? "" : leaf.asText();
  }

  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A copy, empty if there is nothing to copy. */
  static ObjectNode copy(JsonNode object) {
    return object.isObject() ? object.deepCopy() : object();
  }

  /** A copy that lacks members. */
  static ObjectNode without(JsonNode object, Set<String> members) {
    return copy(object).without(members);
  }

  /** For something that is created: open values are the file's defaults, or left to Keycloak. */
  static JsonNode filled(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = object();
      node.properties().stream()
          .filter(e -> isFillable(e.getValue()))
          .forEach(e -> copy.set(e.getKey(), filled(e.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = array();
      node.forEach(element -> copy.add(filled(element)));
      return copy;
    }
    return Open.in(node)
        .flatMap(Open::fallback)
        .<JsonNode>map(JsonNodeFactory.instance::textNode)
        .orElse(node);
  }

  private static boolean isFillable(JsonNode node) {
    return Open.in(node).map(open -> open.fallback().isPresent()).orElse(true);
  }
}
