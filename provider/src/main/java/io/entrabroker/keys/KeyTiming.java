package io.entrabroker.keys;

import java.time.Duration;

/**
 * How often keys are read, and how long they are trusted.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/signing-key-rollover">Signing key
 * rollover</a>: refresh every hour, read again on an unknown key id but not more often than every
 * five minutes, trust for 24 hours.
 *
 * @param refreshAfter the age at which a set is read again
 * @param readAgainAfter the least time between two readings, whatever tokens ask for, and between
 *     two attempts to replace a good set
 * @param trustFor how long a key is trusted after it was last seen published
 * @param firstRetry how long the first failure keeps from trying again where there is no good set;
 *     doubles with every further one
 * @param longestRetry the most that this grows to
 */
record KeyTiming(
    Duration refreshAfter,
    Duration readAgainAfter,
    Duration trustFor,
    Duration firstRetry,
    Duration longestRetry) {

  private static final int MOST_DOUBLINGS = 10;

  static KeyTiming standard() {
    return new KeyTiming(
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        Duration.ofHours(24),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  /** How long to wait after so many failures in a row where there is no good set. */
  Duration retryAfter(int failures) {
    Duration grown = firstRetry.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return grown.compareTo(longestRetry) < 0 ? grown : longestRetry;
  }
}
