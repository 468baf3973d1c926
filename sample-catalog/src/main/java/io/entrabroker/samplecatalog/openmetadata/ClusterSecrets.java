package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Secrets of a Kubernetes cluster. */
final class ClusterSecrets {
  private final Map<String, String> values = new HashMap<>();

  /** Those that these resources make: {@code stringData} as it is, {@code data} in Base64. */
  ClusterSecrets(List<ObjectNode> resources) {
    for (ObjectNode resource : resources) {
      String name = resource.at("/metadata/name").asText();
      resource
          .path("data")
          .properties()
          .forEach(data -> values.put(key(name, data.getKey()), decoded(data.getValue().asText())));
      resource
          .path("stringData")
          .properties()
          .forEach(data -> values.put(key(name, data.getKey()), data.getValue().asText()));
    }
  }

  static boolean isSecret(ObjectNode document) {
    return document.path("kind").asText().equals("Secret");
  }

  /**
   * A value.
   *
   * @throws ConfigurationException when there is none: the container would not be created
   */
  String value(String name, String key) {
    String value = values.get(key(name, key));
    if (value == null) {
      throw new ConfigurationException("Secret " + name + " has no key " + key);
    }
    return value;
  }

  private static String key(String name, String key) {
    return name + "/" + key;
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
  }
}
