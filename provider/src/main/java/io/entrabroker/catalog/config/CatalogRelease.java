package io.entrabroker.catalog.config;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.CatalogVersion;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of OpenMetadata. Releases of one {@link CatalogVersion} read tokens alike and still
 * differ in which settings they know.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 */
public record CatalogRelease(int major, int minor, int patch)
    implements Comparable<CatalogRelease> {

  /** The first release whose handling of tokens this broker knows. */
  public static final CatalogRelease OLDEST = new CatalogRelease(1, 8, 0);

  static final CatalogRelease V1_9 = new CatalogRelease(1, 9, 0);
  static final CatalogRelease V1_10 = new CatalogRelease(1, 10, 0);
  static final CatalogRelease V1_11_6 = new CatalogRelease(1, 11, 6);
  static final CatalogRelease V1_12 = new CatalogRelease(1, 12, 0);
  static final CatalogRelease V2_0 = new CatalogRelease(2, 0, 0);
  static final CatalogRelease V2_1 = new CatalogRelease(2, 1, 0);

  private static final Pattern NUMBERS =
      Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})(?:\\.([0-9]{1,3}))?");

  /**
   * Reads a release as people write it: {@code 1.12.3}, {@code v1.12.3}, {@code 1.12} for its first
   * patch, or {@code email-first} for the first release after 2.0.
   *
   * @return the release, or a sentence that says what to write
   */
  public static Parsed<CatalogRelease> parse(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (text.equals(CatalogVersion.EMAIL_FIRST.text())) {
      return Parsed.accepted(V2_1);
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      return Parsed.refused(
          "Write the release of OpenMetadata, such as 1.12.3 (its page Settings shows it), or"
              + " email-first for the one after 2.0.");
    }
    String patch = numbers.group(3);
    CatalogRelease release =
        new CatalogRelease(
            Integer.parseInt(numbers.group(1)),
            Integer.parseInt(numbers.group(2)),
            patch == null ? 0 : Integer.parseInt(patch));
    return release.isBefore(OLDEST)
        ? Parsed.refused(
            "OpenMetadata "
                + release
                + " is too old: this broker knows what releases from "
                + OLDEST
                + " on make of a token.")
        : Parsed.accepted(release);
  }

  /** The first release of a version: what it knows, every later one of that version knows, too. */
  public static CatalogRelease firstOf(CatalogVersion version) {
    return switch (version) {
      case V1_8 -> OLDEST;
      case V1_9 -> V1_9;
      case V2_0 -> V2_0;
      case EMAIL_FIRST -> V2_1;
    };
  }

  /** How this release reads tokens. */
  public CatalogVersion version() {
    if (isBefore(V1_9)) {
      return CatalogVersion.V1_8;
    }
    if (isBefore(V2_0)) {
      return CatalogVersion.V1_9;
    }
    return isBefore(V2_1) ? CatalogVersion.V2_0 : CatalogVersion.EMAIL_FIRST;
  }

  /**
   * Whether the release keeps its settings in the database, which from then on beats files and
   * environment (since 1.10).
   */
  public boolean keepsSettingsInDatabase() {
    return !isBefore(V1_10);
  }

  boolean isBefore(CatalogRelease other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(CatalogRelease other) {
    return Comparator.comparingInt(CatalogRelease::major)
        .thenComparingInt(CatalogRelease::minor)
        .thenComparingInt(CatalogRelease::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
