package io.entrabroker.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may show the realm in a frame.
 *
 * @param policy the header {@code Content-Security-Policy}; may be empty
 * @param older the header {@code X-Frame-Options}, which counts where the policy does not say; may
 *     be empty
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-frame-ancestors">Content Security Policy
 *     Level 3, frame-ancestors</a>
 */
public record FrameAncestors(String policy, String older) {

  private static final String DIRECTIVE = "frame-ancestors";

  /**
   * Whether a site of another origin may.
   *
   * @param origin scheme and authority, lower case
   */
  public boolean allow(String origin) {
    Optional<String[]> sources =
        Arrays.stream(policy.split(";", -1))
            .map(directive -> directive.strip().split("\\s+", -1))
            .filter(words -> words[0].equalsIgnoreCase(DIRECTIVE))
            .findFirst();
    return sources
        .map(words -> Arrays.stream(words).skip(1).anyMatch(source -> isOf(source, origin)))
        .orElse(older.isBlank());
  }

  private static boolean isOf(String source, String origin) {
    String lower = source.toLowerCase(Locale.ROOT);
    if (lower.equals("*") || origin.startsWith(lower + "//")) {
      return true;
    }
    int wildcard = lower.indexOf("://*.");
    return wildcard < 0
        ? Addresses.origin(lower).equals(origin)
        : origin.startsWith(lower.substring(0, wildcard + 3))
            && origin.endsWith(lower.substring(wildcard + 4).replaceAll("/.*", ""));
  }
}
