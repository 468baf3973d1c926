package io.entrabroker.samplecatalog.openmetadata;

import io.entrabroker.samplecatalog.rules.Band;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of OpenMetadata: of one band, they differ in which members they know.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 */
public record Release(int major, int minor, int patch) implements Comparable<Release> {
  static final Release OLDEST = new Release(1, 8, 0);

  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");

  /**
   * Reads {@code 1.11.6}.
   *
   * @throws IllegalArgumentException when it is no release from 1.8.0 on
   */
  public static Release of(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException("release: write three numbers, such as 1.11.6");
    }
    Release release =
        new Release(
            Integer.parseInt(numbers.group(1)),
            Integer.parseInt(numbers.group(2)),
            Integer.parseInt(numbers.group(3)));
    if (release.isBefore(OLDEST)) {
      throw new IllegalArgumentException("release: " + OLDEST + " is the oldest");
    }
    return release;
  }

  /** The newest release of a band whose members were read. */
  public static Release newestOf(Band band) {
    return switch (band) {
      case V1_8 -> new Release(1, 8, 12);
      case V1_9 -> new Release(1, 13, 1);
      case V2_0 -> new Release(2, 0, 0);
      case EMAIL_FIRST -> new Release(2, 1, 0);
    };
  }

  /** How it reads tokens. */
  public Band band() {
    if (isBefore(new Release(1, 9, 0))) {
      return Band.V1_8;
    }
    if (isBefore(new Release(2, 0, 0))) {
      return Band.V1_9;
    }
    return isBefore(new Release(2, 1, 0)) ? Band.V2_0 : Band.EMAIL_FIRST;
  }

  /** Whether it keeps its settings in the database and lets administrators change them. */
  public boolean hasSettingsApi() {
    return !isBefore(new Release(1, 10, 0));
  }

  boolean isBefore(Release other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Release other) {
    return Comparator.comparingInt(Release::major)
        .thenComparingInt(Release::minor)
        .thenComparingInt(Release::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
