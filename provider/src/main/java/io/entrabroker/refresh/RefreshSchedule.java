package io.entrabroker.refresh;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * When a session is refreshed next.
 *
 * @param interval the time between two refreshes, at most
 */
public record RefreshSchedule(Duration interval) {

  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private static final int MOST_DOUBLINGS = 10;

  // Up to a tenth of the interval: whoever signs in at nine with everybody else does not come back
  // with everybody else.
  private static final int JITTER_PARTS = 10;

  /**
   * After a sign-in or a refresh that went well: a little before the interval is over, always the
   * same for the same session.
   */
  public Instant next(String session, Instant now) {
    long spread = Math.max(1, interval.toSeconds() / JITTER_PARTS);
    return now.plus(interval).minusSeconds(Math.floorMod(session.hashCode(), spread));
  }

  /**
   * After an attempt that said nothing about the person: soon, then twice as late each time, but
   * never later than the interval unless Entra asks for more.
   *
   * @param failures how many attempts failed in a row, this one included
   * @param retryAfter the header {@code Retry-After}, seconds or a date; empty if there was none
   */
  public Instant afterFailure(int failures, String retryAfter, Instant now) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << doublings);
    Duration own = backOff.compareTo(interval) < 0 ? backOff : interval;
    Duration asked = asked(retryAfter, now);
    Duration wait = asked.compareTo(own) > 0 ? asked : own;
    return now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  // RFC 9110, section 10.2.3.
  private static Duration asked(String retryAfter, Instant now) {
    if (retryAfter.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Integer.parseInt(retryAfter));
    }
    try {
      Instant until =
          retryAfter.isEmpty()
              ? now
              : DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter, Instant::from);
      return Duration.between(now, until);
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
