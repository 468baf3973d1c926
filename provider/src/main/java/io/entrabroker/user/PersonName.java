package io.entrabroker.user;

import java.util.regex.Pattern;

/**
 * What somebody is called. For people to read, never to compare.
 *
 * @param given given name; the display name if there is neither given nor family name; or empty
 * @param family family name, or empty
 */
public record PersonName(String given, String family) {

  // The size of Keycloak's columns, in UTF-16 units.
  private static final int LONGEST = 255;

  private static final Pattern HALF_A_CHARACTER = Pattern.compile("[\\uD800-\\uDBFF]\\z");

  // Control characters, halves of characters (surrogates without the other), and what Unicode calls
  // Bidi_Control: those that turn the direction of the text around them.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  /** Takes the display name where there is no other; shortens what does not fit. */
  static PersonName of(String given, String family, String display) {
    String cleanGiven = clean(given);
    String cleanFamily = clean(family);
    return cleanGiven.isEmpty() && cleanFamily.isEmpty()
        ? new PersonName(clean(display), "")
        : new PersonName(cleanGiven, cleanFamily);
  }

  /** Whether there is no name at all. */
  public boolean isEmpty() {
    return given.isEmpty() && family.isEmpty();
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "PersonName[***]";
  }

  private static String clean(String text) {
    String readable = UNSEEN.matcher(text).replaceAll(" ").strip();
    String start = readable.substring(0, Math.min(readable.length(), LONGEST));
    return HALF_A_CHARACTER.matcher(start).replaceFirst("").strip();
  }
}
