package io.entrabroker.settings;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How the texts of settings are read. */
final class SettingParsers {

  private SettingParsers() {}

  static Function<String, Parsed<String>> matching(String pattern, String problem) {
    Pattern compiled = Pattern.compile(pattern);
    return text ->
        text.isEmpty() || compiled.matcher(text).matches()
            ? Parsed.accepted(text)
            : Parsed.refused(problem);
  }

  static Function<String, Parsed<String>> lowerCase(String pattern, String problem) {
    return text -> matching(pattern, problem).apply(text.toLowerCase(Locale.ROOT));
  }

  static <E> Parsed<E> oneOf(E[] values, Function<E, String> name, String text) {
    Optional<E> found = Arrays.stream(values).filter(v -> name.apply(v).equals(text)).findFirst();
    String names = String.join(" or ", Arrays.stream(values).map(name).toList());
    return found.map(Parsed::accepted).orElseGet(() -> Parsed.refused(notUnderstood(text, names)));
  }

  private static String notUnderstood(String text, String names) {
    return "'" + Shortened.of(text) + "' is not understood. Write " + names + ".";
  }
}
