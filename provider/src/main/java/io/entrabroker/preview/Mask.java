package io.entrabroker.preview;

import io.entrabroker.Shortened;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows as much of a value that somebody who knows it recognises it, and that a picture of the page
 * tells nobody else.
 */
final class Mask {

  private static final String REST = "***";
  private static final String SEPARATORS = " .-_+'#,@";
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]{1,253}");
  private static final Pattern GUID =
      Pattern.compile("\\b([0-9a-fA-F]{8})-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@'\"]+@[A-Za-z0-9.-]+");

  private Mask() {}

  /**
   * The first letter of every word: {@code A*** L***}. An address keeps its domain, since rules go
   * by it: {@code a***.l***@contoso.com}.
   */
  static String person(String text) {
    int at = text.lastIndexOf('@');
    String domain = text.substring(at + 1);
    return at > 0 && DOMAIN.matcher(domain).matches()
        ? words(text.substring(0, at)) + "@" + domain.toLowerCase(Locale.ROOT)
        : words(text);
  }

  /** The first eight digits of every GUID in a text: {@code 0f9e8d7c-***}. */
  static String ids(String text) {
    return Shortened.of(GUID.matcher(text).replaceAll("$1-" + REST));
  }

  /** A sentence in which addresses may stand. */
  static String sentence(String text) {
    return ADDRESS
        .matcher(Shortened.of(text))
        .replaceAll(found -> Matcher.quoteReplacement(person(found.group())));
  }

  // What is neither letter nor digit nor one of the separators is left out: markup, characters that
  // nobody sees, those that turn the direction of a text.
  private static String words(String text) {
    StringBuilder masked = new StringBuilder();
    boolean within = false;
    for (int character : text.codePoints().toArray()) {
      if (Character.isLetterOrDigit(character)) {
        if (!within) {
          masked.appendCodePoint(character).append(REST);
        }
        within = true;
      } else if (SEPARATORS.indexOf(character) >= 0) {
        masked.appendCodePoint(character);
        within = false;
      }
    }
    return Shortened.of(masked.toString());
  }
}
