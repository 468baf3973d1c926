package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Values of OpenMetadata's Helm chart, charts 1.8 and later. */
final class HelmValues {

  private static final String CONFIG = "openmetadata.config.";
  private static final String OIDC = CONFIG + "authentication.oidcConfiguration.";

  private HelmValues() {}

  static String write(CatalogSettings settings) {
    YamlTree tree = new YamlTree();
    tree.put(CONFIG + "authorizer.enabled", BooleanNode.TRUE, "");
    tree.put(CONFIG + "authentication.enabled", BooleanNode.TRUE, "");
    if (settings.isConfidential()) {
      tree.put(OIDC + "enabled", BooleanNode.TRUE, "");
      reference(tree, "clientId", HelmSecret.ID_KEY);
      reference(tree, "clientSecret", HelmSecret.SECRET_KEY);
    }
    for (CatalogField field : CatalogFields.of(settings)) {
      field
          .chart()
          .ifPresent(path -> tree.put(CONFIG + path, field.in(settings).chart(), field.why()));
    }
    return Headline.of(settings)
        + tree.text()
        + variables(settings)
        + Headline.missing(
            settings,
            field -> field.chart().isPresent() || field.variable().isPresent(),
            "a value of the chart and an environment variable");
  }

  private static void reference(YamlTree tree, String member, String key) {
    tree.put(OIDC + member + ".secretRef", TextNode.valueOf(HelmSecret.NAME), "");
    tree.put(OIDC + member + ".secretKey", TextNode.valueOf(key), "");
  }

  private static String variables(CatalogSettings settings) {
    List<CatalogField> others =
        CatalogFields.of(settings).stream()
            .filter(field -> field.chart().isEmpty() && field.variable().isPresent())
            .filter(field -> !HelmSecret.holds(field))
            .toList();
    StringBuilder out =
        new StringBuilder(Comment.of("What the chart has no value for.", ""))
            .append("extraEnvs:\n");
    for (CatalogField field : others) {
      out.append(Comment.of(field.why(), "  "))
          .append("  - name: ")
          .append(field.names().variable())
          .append('\n')
          .append("    value: ")
          .append(TextNode.valueOf(field.in(settings).variable()))
          .append('\n');
    }
    return out.toString();
  }
}
