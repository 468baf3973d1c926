package io.entrabroker.refresh;

import io.entrabroker.Parsed;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a session is compared with Entra.
 *
 * @param minutes minutes between two refreshes; 0 means never
 */
public record RefreshInterval(int minutes) {

  /** Never. */
  public static final RefreshInterval OFF = new RefreshInterval(0);

  private static final String OFF_WORD = "off";
  private static final int SHORTEST = 5;
  private static final int LONGEST = 1440;

  /** Reads {@code off} or a number of minutes. */
  public static Parsed<RefreshInterval> parse(String text) {
    if (text.equals(OFF_WORD)) {
      return Parsed.accepted(OFF);
    }
    int minutes = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    return minutes < SHORTEST || minutes > LONGEST
        ? Parsed.refused(
            "Write minutes, from " + SHORTEST + " to " + LONGEST + ", or " + OFF_WORD + ".")
        : Parsed.accepted(new RefreshInterval(minutes));
  }

  /** The schedule; empty if sessions are never refreshed. */
  public Optional<RefreshSchedule> schedule() {
    return minutes == 0
        ? Optional.empty()
        : Optional.of(new RefreshSchedule(Duration.ofMinutes(minutes)));
  }
}
