package io.entrabroker.groups;

import io.entrabroker.Parsed;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What OpenMetadata takes for the name of a team or a role.
 *
 * <p>Teams are Keycloak groups on their way: a slash would be a path there, and two colons or a
 * quotation mark would end a name inside OpenMetadata's qualified names.
 */
final class CatalogNames {

  /** Characters. */
  static final int LONGEST = 128;

  /** Control characters and those that nobody sees: two names that look alike must be equal. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");

  private static final Pattern ROLE = Pattern.compile("[\\p{L}\\p{N}._-][\\p{L}\\p{N} ._-]*");

  private CatalogNames() {}

  /** Reads the name of a team; strips it. */
  static Parsed<String> team(String text) {
    String name = text.strip();
    return name.length() <= LONGEST && isPlain(name) && !name.isEmpty()
        ? Parsed.accepted(name)
        : Parsed.refused(
            "Write the name of a team in 1 to 128 characters, without '/', '::', '\"' or control"
                + " characters.");
  }

  /** Reads the name of a role; strips it. */
  static Parsed<String> role(String text) {
    String name = text.strip();
    return name.length() <= LONGEST && ROLE.matcher(name).matches()
        ? Parsed.accepted(name)
        : Parsed.refused(
            "Write the name of a catalog role in 1 to 128 letters, digits, spaces and '-', '_',"
                + " '.'.");
  }

  /** Whether a text has nothing in it that a team's name must not have. */
  static boolean isPlain(String text) {
    return !text.contains("/")
        && !text.contains("::")
        && !text.contains("\"")
        && !INVISIBLE.matcher(text).find();
  }

  /**
   * What is equal for two names that a person, or a database that does not tell cases apart, would
   * take for the same.
   */
  static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
