package io.entrabroker.samplecatalog.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The claims of a token as the catalog looks them up: top level only, names without regard to case.
 */
public final class Claims {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> byName;

  private Claims(Map<String, JsonNode> byName) {
    this.byName = byName;
  }

  /** Claims of a token's payload. */
  public static Claims of(ObjectNode payload) {
    Map<String, JsonNode> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    payload.properties().forEach(claim -> byName.put(claim.getKey(), claim.getValue()));
    return new Claims(Collections.unmodifiableMap(byName));
  }

  /** All claims, as plain Java values: texts, numbers, booleans, lists, maps and null. */
  public Map<String, Object> plain() {
    return JSON.convertValue(byName, new TypeReference<Map<String, Object>>() {});
  }

  /** Whether the claim is in the token, whatever its value: JSON null counts as present. */
  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The claim's value if it is a JSON string, the empty string included. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(byName.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** The claim's value if it is a JSON string with something in it, without surrounding blanks. */
  Optional<String> filledText(String name) {
    return text(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** The strings of a JSON array; empty for everything else, and for a missing claim. */
  Optional<List<String>> list(String name) {
    return Optional.ofNullable(byName.get(name)).filter(JsonNode::isArray).map(Claims::strings);
  }

  private static List<String> strings(JsonNode array) {
    List<String> found = new ArrayList<>();
    for (JsonNode item : array) {
      if (item.isTextual()) {
        found.add(item.asText());
      }
    }
    return List.copyOf(found);
  }

  /** Whether the claim says yes: JSON true, not the word. */
  boolean isTrue(String name) {
    return BooleanNode.TRUE.equals(byName.get(name));
  }

  /** Whether the claim says no: JSON false, or the word in any case. */
  boolean isFalse(String name) {
    return BooleanNode.FALSE.equals(byName.get(name))
        || text(name).filter("false"::equalsIgnoreCase).isPresent();
  }

  /** The {@code exp} claim (RFC 7519 section 4.1.4, seconds since 1970); absent means never. */
  public Optional<Instant> expiry() {
    return Optional.ofNullable(byName.get("exp"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asLong)
        .map(Instant::ofEpochSecond);
  }
}
