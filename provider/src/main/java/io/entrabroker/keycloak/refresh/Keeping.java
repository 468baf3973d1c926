package io.entrabroker.keycloak.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;

/**
 * What belongs to a refresh token.
 *
 * @param realmId the realm
 * @param providerId the identity provider's internal id
 * @param owner whose it is, {@code tid:oid}
 * @param clientId the application to which Entra gave it
 * @param nonce the nonce of the sign-in
 * @param base the address of this server as the sign-in saw it
 * @param minutes the refresh interval at the sign-in
 */
public record Keeping(
    String realmId,
    String providerId,
    String owner,
    String clientId,
    String nonce,
    URI base,
    int minutes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The place for which a token is sealed: what was sealed for one does not open in another. */
  String place(String session) {
    return String.join("/", realmId, providerId, owner, clientId, session);
  }

  /** As a text that {@link #parse} reads. */
  String text() {
    return JSON.createObjectNode()
        .put("realm", realmId)
        .put("provider", providerId)
        .put("owner", owner)
        .put("client", clientId)
        .put("nonce", nonce)
        .put("base", base.toString())
        .put("minutes", minutes)
        .toString();
  }

  static Optional<Keeping> parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return Optional.of(
          new Keeping(
              json.path("realm").asText(),
              json.path("provider").asText(),
              json.path("owner").asText(),
              json.path("client").asText(),
              json.path("nonce").asText(),
              URI.create(json.path("base").asText()),
              json.path("minutes").asInt()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
