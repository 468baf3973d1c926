package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsException;
import java.time.Duration;
import java.time.Instant;

/**
 * A refresh token: it is never used up. Each use hands out another one, which slides by 90 days,
 * but a page's keeps the 24 hours that began with the sign-in.
 *
 * @param grant what it stands for
 * @param expires from when on it is refused
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/refresh-tokens">Refresh
 *     tokens</a>
 */
record RefreshToken(Grant grant, Instant expires) {

  private static final Duration INACTIVITY = Duration.ofDays(90);
  private static final Duration SPA_LIFETIME = Duration.ofHours(24);

  static RefreshToken first(Grant grant, Instant now) {
    return new RefreshToken(
        grant, now.plus(grant.platform() == Platform.SPA ? SPA_LIFETIME : INACTIVITY));
  }

  RefreshToken next(Instant now) {
    return grant.platform() == Platform.SPA ? this : first(grant, now);
  }

  void requireFresh(Instant now) {
    if (!now.isBefore(expires)) {
      Aadsts error =
          grant.platform() == Platform.SPA
              ? Aadsts.SPA_REFRESH_TOKEN_EXPIRED
              : Aadsts.REFRESH_TOKEN_INACTIVE;
      throw new AadstsException(error.with().suberror("bad_token"));
    }
  }
}
