package io.entrabroker.simulator.tokens;

import java.time.Duration;

/**
 * An access token as the token endpoint hands it out.
 *
 * @param value the serialized token, opaque to the client
 * @param lifetime how long it is good from now on
 */
public record AccessToken(String value, Duration lifetime) {

  /** Never shows the token. */
  @Override
  public String toString() {
    return "AccessToken[***, lifetime=" + lifetime + "]";
  }
}
