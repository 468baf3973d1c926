package io.entrabroker.settings;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the texts of settings are read. */
final class SettingParsers {

  private SettingParsers() {}

  /** A text that is empty or of the shape of a regular expression. */
  static Parsed<String> matching(String pattern, String text, String problem) {
    return text.isEmpty() || text.matches(pattern)
        ? Parsed.accepted(text)
        : Parsed.refused(problem);
  }

  static <E> Parsed<E> oneOf(E[] values, Function<E, String> name, String text) {
    Optional<E> found = Arrays.stream(values).filter(v -> name.apply(v).equals(text)).findFirst();
    String names = String.join(" or ", Arrays.stream(values).map(name).toList());
    return found.map(Parsed::accepted).orElseGet(() -> Parsed.refused(notUnderstood(text, names)));
  }

  /**
   * The entries of a list, separated by commas, semicolons or line breaks: it is written as a line
   * of the console's form, or of an environment variable.
   */
  static List<String> entries(String text) {
    return Arrays.stream(text.split("[,;\n\r]+", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static String notUnderstood(String text, String names) {
    return "'" + Shortened.of(text) + "' is not understood. Write " + names + ".";
  }
}
