package io.entrabroker.it.realm;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's replacement of {@code ${NAME:default}} in the raw text of a realm file. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?}");

  private Placeholders() {}

  /** What is neither in {@code environment} nor has a default stays as it is. */
  static String replaced(String text, Map<String, String> environment) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String fallback = found.group(2) == null ? found.group() : found.group(2);
              String value = environment.getOrDefault(found.group(1), fallback);
              return Matcher.quoteReplacement(value);
            });
  }
}
