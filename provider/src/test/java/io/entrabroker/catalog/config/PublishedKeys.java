package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What every copy of OpenMetadata's chart comes with. Whoever leaves a value out has the chart's.
 */
final class PublishedKeys {

  private PublishedKeys() {}

  /** What of it these values leave in place, a sentence each. */
  static List<String> in(JsonNode values) {
    JsonNode config = values.at("/openmetadata/config");
    List<String> problems = new ArrayList<>();
    JsonNode key = config.path("jwtTokenConfiguration");
    if (key.path("keyId").asText().isEmpty() || key.path("keyId").asText().startsWith("Gb389a-")) {
      problems.add("The signing key has the published name.");
    }
    for (String path : List.of("rsaprivateKeyFilePath", "rsapublicKeyFilePath")) {
      String file = key.path(path).asText();
      if (!file.startsWith("/") || file.contains("/conf/")) {
        problems.add("The signing key is the published one: " + path + ".");
      }
    }
    String issuer = key.path("jwtissuer").asText();
    if (issuer.isEmpty() || issuer.equals("open-metadata.org")) {
      problems.add("The catalog's own tokens name the issuer that all name.");
    }
    JsonNode fernet = config.path("fernetkey");
    if (!fernet.path("value").isTextual() || !fernet.path("value").asText().isEmpty()) {
      problems.add("The Fernet key is the published one, or in the file.");
    }
    if (fernet.path("secretRef").asText().isEmpty()
        || fernet.path("secretKey").asText().isEmpty()) {
      problems.add("No Secret has the Fernet key.");
    }
    return problems;
  }
}
