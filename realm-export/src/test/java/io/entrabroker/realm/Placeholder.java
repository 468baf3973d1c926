package io.entrabroker.realm;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A <code>${NAME}</code> or <code>${NAME:default}</code> in the file.
 *
 * @param text the placeholder as written
 * @param name the part before the first colon
 * @param fallback the part after it, which Keycloak takes where the variable is not set
 */
record Placeholder(String text, String name, Optional<String> fallback) {
  private static final Pattern WRITTEN = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?}");

  static List<Placeholder> in(String file) {
    return WRITTEN.matcher(file).results().map(Placeholder::of).toList();
  }

  private static Placeholder of(MatchResult found) {
    return new Placeholder(found.group(), found.group(1), Optional.ofNullable(found.group(2)));
  }

  /** Environment variables are upper-case here; everything else is a text key of Keycloak's own. */
  boolean isVariable() {
    return name.matches("[A-Z][A-Z0-9_]*");
  }
}
