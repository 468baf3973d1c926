package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Texts as objects. */
final class Documents {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Documents() {}

  static ObjectNode yaml(String text, String name) {
    return read(YAML, text, name);
  }

  static ObjectNode json(String text, String name) {
    return read(JSON, text, name);
  }

  private static ObjectNode read(ObjectMapper mapper, String text, String name) {
    try {
      JsonNode read = mapper.readTree(text);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException unreadable) {
      // The message of the parser would quote the file, which has a secret.
      throw new ConfigurationException(name + " cannot be read: line " + line(unreadable));
    }
    throw new ConfigurationException(name + " has no members");
  }

  private static int line(JsonProcessingException unreadable) {
    return unreadable.getLocation() == null ? 0 : unreadable.getLocation().getLineNr();
  }
}
