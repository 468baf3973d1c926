package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A role that an application defines.
 *
 * @param id GUID that assignments refer to
 * @param value the text in the claim {@code roles}
 */
public record AppRole(String id, String value) {

  static AppRole read(JsonNode json) {
    return new AppRole(json.path("id").asText(), json.path("value").asText());
  }
}
