package io.entrabroker.settings;

import io.entrabroker.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One setting, defined once: this definition yields its key, parser, default, field in the
 * administration console and row in the documentation.
 *
 * @param <T> the type of the parsed value
 * @param key the key in the identity provider's configuration
 * @param label the field's label
 * @param help what the setting means, in whole sentences
 * @param field how the console asks for it
 * @param defaultText what an absent setting means; empty if it has no default
 * @param parser reads a non-empty text
 */
public record Setting<T>(
    String key,
    String label,
    String help,
    Field field,
    String defaultText,
    Function<String, Parsed<T>> parser) {

  /** How the administration console asks for a setting. */
  public sealed interface Field {
    /** A line of text among this provider's own fields. */
    record Text() implements Field {}

    /** Several lines of text among this provider's own fields. */
    record Lines() implements Field {}

    /** A choice among this provider's own fields. */
    record Choice(List<String> options) implements Field {
      public Choice {
        options = List.copyOf(options);
      }
    }

    /** A field that Keycloak's form shows for every identity provider. */
    record KeycloaksOwn() implements Field {}

    /** Kept by the provider itself and shown nowhere. */
    record Internal() implements Field {}
  }

  /**
   * A setting with a word for each value; the first is what an absent setting means.
   *
   * @param word the word in the configuration
   */
  static <T> Setting<T> choice(
      String key, String label, String help, T[] values, Function<T, String> word) {
    List<String> words = Arrays.stream(values).map(word).toList();
    return new Setting<>(
        key,
        label,
        help,
        new Field.Choice(words),
        words.get(0),
        text -> SettingParsers.oneOf(values, word, text));
  }

  /** The text in a configuration, or the default; never null, stripped. */
  public String textIn(Map<String, String> config) {
    // The admin API lets null through as a value.
    String text = Objects.requireNonNullElse(config.get(key), "").strip();
    return text.isEmpty() ? defaultText : text;
  }

  /** What an absent setting means, parsed. */
  T defaultValue() {
    return parse(defaultText).asOptional().orElseThrow();
  }

  /** Parses the text that {@link #textIn} gives. */
  Parsed<T> parse(String text) {
    return parser.apply(text);
  }
}
