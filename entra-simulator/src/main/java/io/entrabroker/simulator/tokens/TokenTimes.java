package io.entrabroker.simulator.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The times of one token: dated back by five minutes, as Entra does against clock skew.
 *
 * @param now when the token is made
 * @param lifetime how long it is good from now on
 */
record TokenTimes(Instant now, Duration lifetime) {

  private static final Duration BACKDATED = Duration.ofMinutes(5);
  private static final Duration ID_TOKEN = Duration.ofHours(1);
  private static final Duration ACCESS_TOKEN_LEAST = Duration.ofMinutes(60);
  private static final Duration ACCESS_TOKEN_MOST = Duration.ofMinutes(90);

  /** One hour: {@code exp} minus {@code iat} is 3900 seconds. */
  static TokenTimes ofIdToken(Clock clock) {
    return new TokenTimes(clock.instant(), ID_TOKEN);
  }

  /**
   * A random time between 60 and 90 minutes.
   *
   * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-tokens">Access tokens,
   *     token lifetime</a>
   */
  static TokenTimes ofAccessToken(Clock clock) {
    long seconds =
        Opaque.secondsBetween(ACCESS_TOKEN_LEAST.toSeconds(), ACCESS_TOKEN_MOST.toSeconds());
    return new TokenTimes(clock.instant(), Duration.ofSeconds(seconds));
  }

  void addTo(Map<String, Object> claims) {
    long issued = now.minus(BACKDATED).getEpochSecond();
    claims.put("iat", issued);
    claims.put("nbf", issued);
    claims.put("exp", now.plus(lifetime).getEpochSecond());
  }
}
