package io.entrabroker.catalog.config;

/**
 * The sections of {@code conf/openmetadata.yaml}. The secret stays out of the file: OpenMetadata
 * replaces variables in it.
 */
final class ServerYaml {

  private ServerYaml() {}

  static String write(CatalogSettings settings) {
    YamlTree tree = new YamlTree();
    CatalogFields.of(settings).stream()
        .filter(CatalogField::isInFiles)
        .forEach(field -> tree.putRaw(field.path(), value(field, settings), field.why()));
    return Headline.of(settings)
        + Comment.of("Replaces the sections of these names in conf/openmetadata.yaml.", "")
        + tree.text()
        + Headline.missing(
            settings,
            CatalogField::isInFiles,
            "a place in the file that every cut of the release knows",
            "by its environment variable");
  }

  // Without quotes, as in the shipped file: the variable brings those that it needs.
  private static String value(CatalogField field, CatalogSettings settings) {
    return field == OidcFields.SECRET
        ? "${" + field.names().variable() + "}"
        : field.in(settings).json().toString();
  }
}
