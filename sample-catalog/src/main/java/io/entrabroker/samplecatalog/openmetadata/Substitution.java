package io.entrabroker.samplecatalog.openmetadata;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What OpenMetadata's server does to its YAML before it parses it: {@code ${NAME}} and {@code
 * ${NAME:-default}} become what the environment says, letter by letter, so that a value is read as
 * YAML. A variable that is set to nothing counts as set; one that is not set and has no default
 * stays as it is written.
 */
final class Substitution {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  private final Map<String, String> environment;

  Substitution(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  String apply(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(value(reference)));
  }

  private String value(MatchResult reference) {
    String set = environment.get(reference.group(1));
    if (set != null) {
      return set;
    }
    String other = reference.group(2);
    return other == null ? reference.group() : other;
  }
}
