package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim that an application asks for beyond the standard ones.
 *
 * @param name the claim
 * @param additionalProperties options, for example {@code include_externally_authenticated_upn}
 */
public record OptionalClaim(String name, List<String> additionalProperties) {

  public OptionalClaim {
    additionalProperties = List.copyOf(additionalProperties);
  }

  static OptionalClaim read(JsonNode json) {
    List<String> options = new ArrayList<>();
    json.path("additionalProperties").forEach(option -> options.add(option.asText()));
    return new OptionalClaim(json.path("name").asText(), options);
  }
}
