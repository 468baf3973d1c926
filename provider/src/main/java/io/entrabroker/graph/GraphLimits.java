package io.entrabroker.graph;

import java.time.Duration;

/**
 * How much a question may cost.
 *
 * @param total for all calls and waiting together
 * @param call for one call
 * @param longestWait what Microsoft Graph may ask to wait for
 * @param defaultWait before a second attempt if Microsoft Graph does not say
 * @param pages of one list
 */
public record GraphLimits(
    Duration total, Duration call, Duration longestWait, Duration defaultWait, int pages) {

  /** 10 seconds, of which a call and a wait take 5 at most; 20 pages of 999. */
  public static GraphLimits standard() {
    return new GraphLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(500),
        20);
  }
}
