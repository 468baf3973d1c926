package io.entrabroker.simulator.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Browser sessions, found by the value of the session cookie; in memory only. */
public final class Sessions {

  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Clock clock;
  private final Handles<SignIn> byCookie = new Handles<>("");

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** The sign-in behind a cookie, if it is not older than a day. */
  public Optional<SignIn> find(String cookie) {
    return byCookie
        .find(cookie)
        .filter(signIn -> clock.instant().isBefore(signIn.at().plus(LIFETIME)));
  }

  /** A sign-in that happens now, in a new session that no cookie leads to yet. */
  public SignIn signIn(String tenantId, String userId) {
    return new SignIn(tenantId, userId, UUID.randomUUID().toString(), clock.instant(), Proofs.NONE);
  }

  /** Remembers the sign-in and answers the value of the cookie that leads to it. */
  public String remember(SignIn signIn) {
    return byCookie.keep(signIn);
  }

  /** Ends the session behind a cookie; an unknown cookie changes nothing. */
  public void end(String cookie) {
    byCookie.forget(cookie);
  }
}
