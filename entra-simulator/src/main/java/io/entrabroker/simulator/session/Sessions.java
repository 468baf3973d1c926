package io.entrabroker.simulator.session;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Browser sessions, found by the value of the session cookie; in memory only. Several people can be
 * signed in side by side.
 */
public final class Sessions {

  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Clock clock;
  private final Handles<List<SignIn>> byCookie = new Handles<>("");

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** The sign-ins behind a cookie that are not older than a day, the latest first. */
  public List<SignIn> find(String cookie) {
    return byCookie.find(cookie).orElse(List.of()).stream()
        .filter(signIn -> clock.instant().isBefore(signIn.at().plus(LIFETIME)))
        .toList();
  }

  /**
   * A sign-in that happens now. Whoever is signed in already stays in their session; everybody else
   * gets a new one.
   *
   * @param here who is signed in in this browser
   */
  public SignIn signIn(String tenantId, String userId, List<SignIn> here) {
    String sessionId =
        here.stream()
            .filter(signIn -> signIn.isOf(tenantId, userId))
            .map(SignIn::sessionId)
            .findFirst()
            .orElseGet(() -> UUID.randomUUID().toString());
    return new SignIn(tenantId, userId, sessionId, clock.instant(), Proofs.NONE);
  }

  /**
   * Remembers who is signed in in a browser, and answers the value of the cookie that leads there.
   *
   * @param latest comes first; an earlier sign-in of the same person is forgotten
   * @param others who else was signed in
   */
  public String remember(SignIn latest, List<SignIn> others) {
    List<SignIn> all = new ArrayList<>(List.of(latest));
    others.stream()
        .filter(other -> !other.isOf(latest.tenantId(), latest.userId()))
        .forEach(all::add);
    return byCookie.keep(List.copyOf(all));
  }

  /** Remembers those who stay, and answers the value of the cookie that leads to them. */
  public String remember(List<SignIn> those) {
    return byCookie.keep(List.copyOf(those));
  }

  /** Ends the session behind a cookie; an unknown cookie changes nothing. */
  public void end(String cookie) {
    byCookie.forget(cookie);
  }
}
