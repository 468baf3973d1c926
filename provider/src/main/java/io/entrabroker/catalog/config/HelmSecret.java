package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.node.TextNode;

/** The Secret from which the chart takes client id and client secret. */
final class HelmSecret {

  // The chart's own defaults.
  static final String NAME = "oidc-secrets";
  static final String ID_KEY = "openmetadata-oidc-client-id";
  static final String SECRET_KEY = "openmetadata-oidc-client-secret";

  private HelmSecret() {}

  static String write(CatalogSettings settings) {
    if (!settings.isConfidential()) {
      return Comment.of("A public client has no secret: nothing to create.", "");
    }
    YamlTree tree = new YamlTree();
    tree.put("apiVersion", TextNode.valueOf("v1"), "");
    tree.put("kind", TextNode.valueOf("Secret"), "");
    tree.put("metadata.name", TextNode.valueOf(NAME), "");
    tree.put("type", TextNode.valueOf("Opaque"), "");
    tree.put("stringData." + ID_KEY, TextNode.valueOf(settings.client().id()), "");
    tree.put(
        "stringData." + SECRET_KEY, // The chart makes a variable of it.
        TextNode.valueOf(OidcFields.SECRET.in(settings).variable()),
        OidcFields.SECRET.why());
    return Headline.of(settings) + tree.text();
  }

  /** Whether the Secret has what this field says. */
  static boolean holds(CatalogField field) {
    return field == OidcFields.SECRET || field == OidcFields.ID;
  }
}
