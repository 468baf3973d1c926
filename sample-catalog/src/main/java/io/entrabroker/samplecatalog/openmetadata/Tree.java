package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration whose members are all known to the release. Values are read as Jackson reads them
 * in OpenMetadata: a text will do where a switch or a number is wanted. JSON null is nothing.
 */
final class Tree {
  private final ObjectNode root;

  /**
   * Checks the names of all members.
   *
   * @throws ConfigurationException naming the first that the release does not know
   */
  Tree(ObjectNode root, Release release) {
    this.root = root;
    for (String section : Members.SECTIONS) {
      at(section).fieldNames().forEachRemaining(name -> check(section, name, release));
    }
  }

  private static void check(String section, String name, Release release) {
    String path = section + "." + name;
    boolean known =
        path.equals(Members.OIDC)
            || Members.of(release).stream().anyMatch(member -> member.path().equals(path));
    if (!known) {
      throw new ConfigurationException(
          "Unrecognized field at: " + path + " (OpenMetadata " + release + ")");
    }
  }

  /** All of it, as a copy. */
  ObjectNode copy() {
    return root.deepCopy();
  }

  /** Whether there is anything. */
  boolean has(String path) {
    JsonNode node = at(path);
    return !node.isMissingNode() && !node.isNull();
  }

  /** Whether it is written at all, be it as null: a variable set to nothing leaves that behind. */
  boolean names(String path) {
    return !at(path).isMissingNode();
  }

  Optional<String> text(String path) {
    return value(path).map(node -> scalar(path, node));
  }

  /** A text, or nothing where there is none. */
  String textOrEmpty(String path) {
    return text(path).orElse("");
  }

  Optional<List<String>> texts(String path) {
    return value(path)
        .map(
            node -> {
              if (!node.isArray()) {
                throw wrong(path, "a list");
              }
              List<String> texts = new ArrayList<>();
              node.forEach(each -> texts.add(scalar(path, each)));
              return List.copyOf(texts);
            });
  }

  Optional<Boolean> flag(String path) {
    return text(path)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw wrong(path, "true or false");
                });
  }

  Optional<Long> number(String path) {
    return text(path)
        .filter(text -> !text.isEmpty())
        .map(
            text -> {
              if (!text.matches("-?[0-9]{1,18}")) {
                throw wrong(path, "a whole number");
              }
              return Long.valueOf(text);
            });
  }

  /** Texts by name. The chart writes the object as a text. */
  Map<String, String> map(String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    value(path)
        .map(node -> node.isTextual() ? parsed(path, node.asText()) : node)
        .ifPresent(
            node -> {
              if (!node.isObject()) {
                throw wrong(path, "texts by name");
              }
              node.properties()
                  .forEach(each -> texts.put(each.getKey(), scalar(path, each.getValue())));
            });
    return texts;
  }

  private static JsonNode parsed(String path, String text) {
    return Documents.json(text.isBlank() ? "{}" : text, path);
  }

  private static String scalar(String path, JsonNode node) {
    if (!node.isValueNode()) {
      throw wrong(path, "a text");
    }
    return node.asText();
  }

  private Optional<JsonNode> value(String path) {
    return has(path) ? Optional.of(at(path)) : Optional.empty();
  }

  private JsonNode at(String path) {
    return root.at("/" + path.replace('.', '/'));
  }

  private static ConfigurationException wrong(String path, String wanted) {
    return new ConfigurationException(path + ": " + wanted + " is needed");
  }
}
