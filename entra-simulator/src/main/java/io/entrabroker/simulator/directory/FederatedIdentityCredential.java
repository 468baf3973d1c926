package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An external token that an application accepts as its own credential: Graph's {@code
 * federatedIdentityCredential}.
 *
 * @param name unique within the application
 * @param issuer address of an OpenID provider, compared exactly
 * @param subject the claim {@code sub} of its token, compared exactly
 * @param audiences exactly one, by custom {@code api://AzureADTokenExchange}
 */
public record FederatedIdentityCredential(
    String name, String issuer, String subject, List<String> audiences) {

  public FederatedIdentityCredential {
    audiences = List.copyOf(audiences);
  }

  static FederatedIdentityCredential read(JsonNode json) {
    List<String> audiences = new ArrayList<>();
    json.path("audiences").forEach(audience -> audiences.add(audience.asText()));
    return new FederatedIdentityCredential(
        json.path("name").asText(),
        json.path("issuer").asText(),
        json.path("subject").asText(),
        audiences);
  }

  void write(ObjectNode json) {
    json.put("id", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString())
        .put("name", name)
        .put("issuer", issuer)
        .put("subject", subject)
        .putNull("description");
    audiences.forEach(json.putArray("audiences")::add);
  }
}
