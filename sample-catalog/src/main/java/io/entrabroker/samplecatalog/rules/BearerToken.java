package io.entrabroker.samplecatalog.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A token taken apart and not yet trusted.
 *
 * <p>Taken apart by hand, because a JOSE library would refuse {@code alg: none} and other odd
 * headers here already, and OpenMetadata refuses them only at the signature.
 *
 * @param keyId the header's {@code kid}, empty when it has none
 * @param claims the payload
 * @param signedPart the characters the signature covers
 * @param signature the third part, which may be empty
 */
public record BearerToken(String keyId, Claims claims, String signedPart, Base64URL signature) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Takes a compact JWS apart (RFC 7515 section 7.1); empty when it is not one. */
  public static Optional<BearerToken> decode(String token) {
    String[] parts = token.strip().split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return object(parts[0])
        .flatMap(header -> object(parts[1]).map(payload -> token(parts, header, payload)));
  }

  private static BearerToken token(String[] parts, ObjectNode header, ObjectNode payload) {
    return new BearerToken(
        header.path("kid").asText(""),
        Claims.of(payload),
        parts[0] + '.' + parts[1],
        new Base64URL(parts[2]));
  }

  private static Optional<ObjectNode> object(String part) {
    String text = new String(new Base64URL(part).decode(), StandardCharsets.UTF_8);
    try {
      return JSON.readTree(text) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** Never the token itself: this may end up in a message. */
  @Override
  public String toString() {
    return "BearerToken[kid=" + keyId + "]";
  }
}
