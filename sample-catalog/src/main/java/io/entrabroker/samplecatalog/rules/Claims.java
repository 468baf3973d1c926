package io.entrabroker.samplecatalog.rules;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** The strings of a JSON array, or the one string; everything else is an empty list. */
  List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    JsonNode value = byName.get(name);
    if (value != null && value.isArray()) {
      value.forEach(item -> addText(item, found));
    } else if (value != null) {
      addText(value, found);
    }
    return List.copyOf(found);
  }

  private static void addText(JsonNode value, List<String> found) {
    if (value.isTextual()) {
      found.add(value.asText());
    }
  }

  /** Whether the claim says yes: JSON true. */
  boolean isTrue(String name) {
    return Optional.ofNullable(byName.get(name)).filter(JsonNode::asBoolean).isPresent();
  }

  /** The {@code exp} claim (RFC 7519 section 4.1.4, seconds since 1970); absent means never. */
  public Optional<Instant> expiry() {
    return Optional.ofNullable(byName.get("exp"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asLong)
        .map(Instant::ofEpochSecond);
  }
}
