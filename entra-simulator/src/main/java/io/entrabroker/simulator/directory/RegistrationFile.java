package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Reads one app registration from a file. */
final class RegistrationFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RegistrationFile() {}

  /**
   * @throws DirectoryException if it is no JSON object, or has placeholders
   */
  static ObjectNode parse(String text) {
    if (text.contains("${")) {
      throw new DirectoryException(
          List.of(
              "The registration has placeholders: write it with deploy/entra/apply --print,"
                  + " which fills them in."));
    }
    try {
      if (JSON.readTree(text) instanceof ObjectNode application) {
        return named(application);
      }
    } catch (JsonProcessingException notJson) {
      // Told below, like JSON of another kind.
    }
    throw new DirectoryException(List.of("The registration must be a JSON object."));
  }

  /** The same file has the same ids in every run. */
  private static ObjectNode named(ObjectNode application) {
    String seed = application.path("displayName").asText();
    for (String id : List.of("id", "appId")) {
      if (!application.has(id)) {
        byte[] name = (id + "/" + seed).getBytes(StandardCharsets.UTF_8);
        application.put(id, UUID.nameUUIDFromBytes(name).toString());
      }
    }
    return application;
  }
}
