package io.entrabroker.it.deploy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in a compose file, as far as this project's uses them: {@code ${NAME}}, {@code
 * ${NAME:-default}}, {@code ${NAME:?message}}, one in the other's default, and {@code $$}.
 *
 * @param variables what {@code .env} says
 * @see <a href="https://docs.docker.com/reference/compose-file/interpolation/">Interpolation</a>
 */
record Interpolation(Map<String, String> variables) {

  private static final Pattern EXPRESSION =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::([-?])(.*))?", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)");

  /** The names of the variables in a text. */
  static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(text.replace("$$", "")).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /**
   * The text with values.
   *
   * @throws IllegalStateException if a required variable is missing
   */
  String of(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("$$", i)) {
        out.append('$');
        i += 2;
      } else if (text.startsWith("${", i)) {
        int end = end(text, i + 2);
        out.append(value(text.substring(i + 2, end)));
        i = end + 1;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  private String value(String expression) {
    Matcher parts = EXPRESSION.matcher(expression);
    if (!parts.matches()) {
      throw new IllegalStateException("Not understood: " + expression);
    }
    String value = variables.getOrDefault(parts.group(1), "");
    if (!value.isEmpty() || parts.group(2) == null) {
      return value;
    }
    if (parts.group(2).equals("?")) {
      throw new IllegalStateException(parts.group(1) + ": " + parts.group(3));
    }
    return of(parts.group(3));
  }

  private static int end(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("No end: " + text);
  }
}
