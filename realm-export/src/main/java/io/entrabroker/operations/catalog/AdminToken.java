package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The token with which a catalog is changed. It has to outlive the change, or nothing could be
 * undone.
 *
 * @param text the token
 */
public record AdminToken(String text) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  /**
   * Why nothing should be changed with this token; empty if nothing speaks against it, or if it is
   * of a kind that nobody can look into.
   *
   * @param keys ids of the keys that the catalog will still take after the change
   */
  public Optional<String> objection(Set<String> keys, Instant now) {
    String keyId = part(0).path("kid").asText("");
    if (!keyId.isEmpty() && !keys.isEmpty() && !keys.contains(keyId)) {
      return Optional.of(
          "After the change the catalog would refuse the token that you gave: neither the catalog"
              + " nor the realm has signed it, and nothing could be undone with it. Give a token of"
              + " the catalog's own: a bot's with administrator's rights, or a personal access"
              + " token.");
    }
    JsonNode expiry = part(1).path("exp");
    boolean endsSoon =
        expiry.canConvertToLong()
            && Instant.ofEpochSecond(expiry.asLong()).isBefore(now.plus(LONG_ENOUGH));
    return endsSoon
        ? Optional.of(
            "The token that you gave has expired or will within two minutes, too soon to undo"
                + " anything with it. Get a new one.")
        : Optional.empty();
  }

  private JsonNode part(int index) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(parts[index]));
    } catch (IOException | IllegalArgumentException opaque) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    return "AdminToken[***]";
  }
}
