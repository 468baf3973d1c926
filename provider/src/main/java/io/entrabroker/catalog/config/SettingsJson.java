package io.entrabroker.catalog.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of OpenMetadata's Settings API: both sections, whole. */
final class SettingsJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SettingsJson() {}

  static String write(CatalogSettings settings) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(settings)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of nodes is JSON", e);
    }
  }

  static ObjectNode tree(CatalogSettings settings) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    CatalogFields.of(settings).stream()
        .filter(CatalogField::isInFiles)
        .forEach(
            field -> {
              String[] path = field.path().split("\\.");
              ObjectNode parent = root;
              for (int i = 0; i < path.length - 1; i++) {
                parent = parent.withObjectProperty(path[i]);
              }
              parent.set(path[path.length - 1], field.in(settings).json());
            });
    return root;
  }
}
