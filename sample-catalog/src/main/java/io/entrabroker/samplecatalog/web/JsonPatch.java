package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902, but for move and copy, which nobody sends here. */
final class JsonPatch {
  private JsonPatch() {}

  /**
   * Carries out every operation, or none.
   *
   * @throws IllegalArgumentException when one cannot be carried out, or its test fails
   */
  static JsonNode applied(JsonNode patch, JsonNode document) {
    if (!patch.isArray()) {
      throw new IllegalArgumentException("A JSON patch is a list");
    }
    JsonNode changed = document.deepCopy();
    for (JsonNode operation : patch) {
      carryOut(operation, changed);
    }
    return changed;
  }

  private static void carryOut(JsonNode operation, JsonNode document) {
    JsonPointer path = JsonPointer.compile(operation.path("path").asText());
    JsonNode parent = document.at(path.head() == null ? JsonPointer.empty() : path.head());
    String name = path.last() == null ? "" : path.last().getMatchingProperty();
    JsonNode value = operation.path("value");
    switch (operation.path("op").asText()) {
      case "test" -> require(document.at(path).equals(value));
      case "add" -> add(parent, name, value);
      case "remove" -> {
        require(!document.at(path).isMissingNode());
        remove(parent, name);
      }
      case "replace" -> {
        require(!document.at(path).isMissingNode());
        remove(parent, name);
        add(parent, name, value);
      }
      default -> throw new IllegalArgumentException("Unknown operation of a JSON patch");
    }
  }

  private static void add(JsonNode parent, String name, JsonNode value) {
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (parent instanceof ArrayNode array) {
      array.insert(name.equals("-") ? array.size() : Integer.parseInt(name), value);
    } else {
      require(false);
    }
  }

  private static void remove(JsonNode parent, String name) {
    if (parent instanceof ObjectNode object) {
      object.remove(name);
    } else if (parent instanceof ArrayNode array) {
      array.remove(Integer.parseInt(name));
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("The JSON patch does not fit");
    }
  }
}
