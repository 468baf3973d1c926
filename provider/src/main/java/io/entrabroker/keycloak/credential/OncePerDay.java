package io.entrabroker.keycloak.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this node has told already, so that it is not told again at every sign-in. */
final class OncePerDay {

  private static final Duration PAUSE = Duration.ofDays(1);

  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  /** Whether it is time to tell; if so, it counts as told. */
  boolean isDue(String what, Instant now) {
    Instant before = told.get(what);
    if (before != null && before.plus(PAUSE).isAfter(now)) {
      return false;
    }
    return before == null ? told.putIfAbsent(what, now) == null : told.replace(what, before, now);
  }
}
