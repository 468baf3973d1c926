package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The sections of {@code conf/openmetadata.yaml}. The secret stays out of the file: OpenMetadata
 * replaces variables in it.
 */
final class ServerYaml {

  private ServerYaml() {}

  static String write(CatalogSettings settings) {
    YamlTree tree = new YamlTree();
    CatalogFields.of(settings)
        .forEach(field -> tree.put(field.path(), value(field, settings), field.why()));
    return Headline.of(settings)
        + Comment.of("Replaces the sections of these names in conf/openmetadata.yaml.", "")
        + tree.text();
  }

  private static JsonNode value(CatalogField field, CatalogSettings settings) {
    return field == OidcFields.SECRET
        ? TextNode.valueOf("${" + field.names().variable() + "}")
        : field.in(settings).json();
  }
}
