package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value of the file that needs variables which are not set: whatever the realm has is right.
 *
 * @param template the value as written
 * @param placeholders the environment
 */
record Open(String template, Placeholders placeholders) {

  /** The value of a leaf, if it is open. */
  static Optional<Open> in(JsonNode leaf) {
    return leaf.isPojo() && ((POJONode) leaf).getPojo() instanceof Open open
        ? Optional.of(open)
        : Optional.empty();
  }

  /** Whether the realm's value could come from this template with some value of the variables. */
  boolean admits(String present) {
    return placeholders.pattern(template).matcher(present).matches();
  }

  /** The value for something that is created, if each variable has a default. */
  Optional<String> fallback() {
    return placeholders.withDefaults(template);
  }

  /** The parts between separators: each open, or a text. */
  List<JsonNode> parts(String separator) {
    return Stream.of(template.split(separator)).map(placeholders::leaf).toList();
  }

  /** The variables that would decide. */
  String variables() {
    return String.join(", ", placeholders.unset(template));
  }
}
