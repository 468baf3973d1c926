package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The {@code openmetadata.yaml} inside OpenMetadata's image: all that variables can say. Those it
 * does not name change nothing.
 */
final class ShippedYaml {
  private ShippedYaml() {}

  /** The configuration of a container with these variables. */
  static ObjectNode with(Map<String, String> variables, Release release) {
    StringBuilder text = new StringBuilder();
    String section = "";
    for (Member member : Members.of(release)) {
      if (member.variable().isEmpty()) {
        continue;
      }
      if (!member.section().equals(section)) {
        section = member.section();
        int dot = section.lastIndexOf('.');
        text.append(margin(section, 0)).append(section.substring(dot + 1)).append(":\n");
      }
      text.append(margin(section, 1))
          .append(member.name())
          .append(": ${")
          .append(member.variable())
          .append(":-")
          .append(member.shipped())
          .append("}\n");
    }
    return Documents.yaml(new Substitution(variables).apply(text.toString()), "openmetadata.yaml");
  }

  private static String margin(String section, int deeper) {
    return "  ".repeat(section.split("\\.").length - 1 + deeper);
  }
}
