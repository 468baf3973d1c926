package io.entrabroker.samplecatalog.openmetadata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in a file, as Docker Compose reads an {@code env_file}: {@code NAME=value}, comments on
 * lines of their own and after a blank, single quotes for what is to be taken as it is, and in all
 * else {@code $NAME} and {@code ${NAME}} for variables that stand above.
 */
final class EnvFile {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)");
  private static final Pattern QUOTED =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'\\s*(?:#.*)?", Pattern.DOTALL);
  private static final Pattern DOUBLE_QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)}|([A-Za-z_][A-Za-z0-9_]*))");

  private EnvFile() {}

  /**
   * The variables.
   *
   * @throws ConfigurationException with the number of the first line that is none
   */
  static Map<String, String> parse(String text, String name) {
    Map<String, String> variables = new LinkedHashMap<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new ConfigurationException(name + ", line " + (i + 1) + ": write NAME=value");
      }
      variables.put(parts.group(1), value(parts.group(2), variables));
    }
    return variables;
  }

  private static String value(String written, Map<String, String> above) {
    Matcher quoted = QUOTED.matcher(written);
    if (quoted.matches()) {
      return quoted.group(1).replace("\\'", "'");
    }
    Matcher doubleQuoted = DOUBLE_QUOTED.matcher(written);
    if (doubleQuoted.matches()) {
      return resolved(doubleQuoted.group(1).replaceAll("\\\\([\"\\\\])", "$1"), above);
    }
    return resolved(withoutComment(written), above);
  }

  private static String withoutComment(String written) {
    return written.startsWith("#") ? "" : written.replaceFirst("\\s#.*$", "").strip();
  }

  private static String resolved(String written, Map<String, String> above) {
    return REFERENCE
        .matcher(written)
        .replaceAll(
            reference -> {
              String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
              return Matcher.quoteReplacement(above.getOrDefault(name, ""));
            });
  }
}
