package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the environment's values into the file, after JSON was read: a value is a value, whatever
 * letters it has. Unlike at Keycloak's import, an empty variable counts as not set, because
 * deployment tools pass on variables that nobody has given a value.
 */
final class Placeholders {
  /** Keycloak's own {@code ${role_…}}, {@code ${vault.…}} and the like are lower-case. */
  private static final Pattern WRITTEN = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

  /** What a variable may be in the middle of a text: neither a space nor the end of a directive. */
  private static final String ANY = "[^\\s;]*";

  private final Map<String, String> environment;

  Placeholders(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The same document; a leaf that needs a variable which is not set is a POJO node. */
  JsonNode resolved(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(e -> copy.set(e.getKey(), resolved(e.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(resolved(element)));
      return copy;
    }
    return node.isTextual() ? leaf(node.asText()) : node;
  }

  JsonNode leaf(String text) {
    return unset(text).isEmpty()
        ? JsonNodeFactory.instance.textNode(replaced(text, this::value))
        : JsonNodeFactory.instance.pojoNode(new Open(text, this));
  }

  List<String> unset(String text) {
    return WRITTEN
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !isSet(name))
        .distinct()
        .toList();
  }

  Optional<String> withDefaults(String text) {
    boolean complete =
        WRITTEN
            .matcher(text)
            .results()
            .allMatch(found -> isSet(found.group(1)) || found.group(2) != null);
    return complete ? Optional.of(replaced(text, this::value)) : Optional.empty();
  }

  Pattern pattern(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (matcher.matches()) {
      return Pattern.compile("(?s).*");
    }
    StringBuilder regex = new StringBuilder();
    int end = 0;
    matcher.reset();
    while (matcher.find()) {
      regex.append(Pattern.quote(text.substring(end, matcher.start())));
      String name = matcher.group(1);
      regex.append(isSet(name) ? Pattern.quote(environment.getOrDefault(name, "")) : ANY);
      end = matcher.end();
    }
    return Pattern.compile(regex + Pattern.quote(text.substring(end)));
  }

  private String value(MatchResult found) {
    String fallback = found.group(2) == null ? found.group() : found.group(2);
    return isSet(found.group(1)) ? environment.getOrDefault(found.group(1), "") : fallback;
  }

  private boolean isSet(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  private static String replaced(String text, Function<MatchResult, String> value) {
    return WRITTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found)));
  }
}
