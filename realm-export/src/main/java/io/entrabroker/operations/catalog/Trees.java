package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Objects within objects. */
final class Trees {
  private Trees() {}

  /** Whether this is what OpenMetadata shows in a secret's place. */
  static boolean isMask(String text) {
    return text.matches("\\*{3,}");
  }

  static void collect(String path, ObjectNode object, Map<String, JsonNode> into) {
    object
        .properties()
        .forEach(
            member -> {
              String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
              if (member.getValue() instanceof ObjectNode nested) {
                collect(below, nested, into);
              } else {
                into.put(below, member.getValue());
              }
            });
  }

  static void overlay(ObjectNode onto, ObjectNode from) {
    from.properties()
        .forEach(
            member -> {
              if (member.getValue() instanceof ObjectNode nested) {
                overlay(onto.withObjectProperty(member.getKey()), nested);
              } else {
                onto.set(member.getKey(), member.getValue());
              }
            });
  }

  static void withoutNulls(ObjectNode object) {
    object.properties().removeIf(member -> member.getValue().isNull());
    object
        .properties()
        .forEach(
            member -> {
              if (member.getValue() instanceof ObjectNode nested) {
                withoutNulls(nested);
              }
            });
  }

  static void withoutMasks(ObjectNode object) {
    object.properties().removeIf(member -> isMask(member.getValue().asText()));
    object
        .properties()
        .forEach(
            member -> {
              if (member.getValue() instanceof ObjectNode nested) {
                withoutMasks(nested);
              }
            });
  }
}
