package io.entrabroker.keycloak.idp;

import io.entrabroker.Shortened;
import java.time.Duration;

/**
 * The server option that bounds a call to Microsoft. With longer calls than it takes, one refresh
 * could go on when its claim on a kept token has lapsed and another node redeems the same token.
 */
final class CallTimeout {

  static final String OPTION = "callTimeout";

  private static final int SHORTEST = 100;
  private static final int LONGEST = 60_000;

  private CallTimeout() {}

  /**
   * Reads the option.
   *
   * @param text milliseconds; blank is 5 seconds
   * @throws IllegalArgumentException if the server must not start with it
   */
  static Duration read(String text) {
    if (text.isBlank()) {
      return NodeWide.USUAL_CALL_TIMEOUT;
    }
    if (!text.matches("[1-9]\\d{2,4}") || Integer.parseInt(text) > LONGEST) {
      throw new IllegalArgumentException(
          "spi-identity_provider--entra--call-timeout is '"
              + Shortened.of(text)
              + "': write milliseconds, from "
              + SHORTEST
              + " to "
              + LONGEST
              + ", such as 5000.");
    }
    return Duration.ofMillis(Integer.parseInt(text));
  }
}
