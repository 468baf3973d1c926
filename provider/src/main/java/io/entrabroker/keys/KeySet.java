package io.entrabroker.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.entrabroker.Parsed;
import io.entrabroker.StrictJson;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.KeyIssuer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A set of signing keys (RFC 7517, section 5) in which at least one may sign for the authority that
 * was asked: a set without one is a lie or a mistake, and must not take the place of a good one.
 *
 * @param keys by their ids
 */
public record KeySet(Map<String, PublishedKey> keys) {

  /** Characters. Entra's own sets have some 20,000. */
  public static final int LONGEST = 256 * 1024;

  private static final int MOST_KEYS = 100;
  private static final int DEEPEST = 16;

  private static final JsonMapper JSON = StrictJson.upToDepth(DEEPEST);

  public KeySet {
    keys = Map.copyOf(keys);
  }

  /**
   * Reads the answer of a key endpoint.
   *
   * @param authority whose endpoint answered
   */
  public static Parsed<KeySet> parse(String json, Endpoints authority) {
    if (json.length() > LONGEST) {
      return Parsed.refused("The answer is too long to be a key set.");
    }
    try {
      JsonNode root = JSON.readTree(json);
      JsonNode members = root == null ? null : root.get("keys");
      if (members == null || !members.isArray()) {
        return Parsed.refused("The answer is no key set.");
      }
      return members.size() > MOST_KEYS
          ? Parsed.refused("The key set has more than " + MOST_KEYS + " keys.")
          : of(members, authority);
    } catch (JsonProcessingException e) {
      return Parsed.refused("The answer is no JSON of a key set's shape.");
    }
  }

  private static Parsed<KeySet> of(Iterable<JsonNode> members, Endpoints authority) {
    Map<String, PublishedKey> keys = new LinkedHashMap<>();
    Set<String> contradictory = new HashSet<>();
    for (JsonNode member : members) {
      RsaKeyReader.read(member, KeyIssuer.ofUnnamed(authority))
          .filter(key -> KeyIssuer.isOfHost(key.issuer(), authority.base()))
          .filter(key -> !key.equals(keys.putIfAbsent(key.id(), key)))
          .filter(key -> !key.equals(keys.get(key.id())))
          .ifPresent(other -> contradictory.add(other.id()));
    }
    keys.keySet().removeAll(contradictory);
    return isUseful(keys.values(), authority)
        ? Parsed.accepted(new KeySet(keys))
        : Parsed.refused("The key set has no key that signs for this authority.");
  }

  private static boolean isUseful(Collection<PublishedKey> keys, Endpoints authority) {
    return keys.stream().anyMatch(key -> KeyIssuer.serves(key.issuer(), authority));
  }
}
