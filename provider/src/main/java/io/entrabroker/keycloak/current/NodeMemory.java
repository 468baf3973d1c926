package io.entrabroker.keycloak.current;

import io.entrabroker.diagnostics.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one node remembers of providers that could not be asked: when again, and what was said. */
final class NodeMemory {

  private static final Duration BETWEEN_ALERTS = Duration.ofHours(1);

  private final Map<String, Instant> resting = new ConcurrentHashMap<>();
  private final Map<String, Instant> alerts = new ConcurrentHashMap<>();

  /** Leaves a provider alone until a moment: what failed for one session fails for all. */
  void rest(Attempt attempt, Instant until) {
    resting.put(attempt.kept().keeping().providerId(), until);
  }

  /** Until when a provider is left alone; empty if it may be asked. */
  Optional<Instant> restsUntil(Attempt attempt, Instant now) {
    return Optional.ofNullable(resting.get(attempt.kept().keeping().providerId()))
        .filter(now::isBefore);
  }

  /** Says something, unless the same was said of the provider within an hour. */
  void once(Attempt attempt, Finding finding, Instant now, Runnable alert) {
    String what = attempt.kept().keeping().providerId() + finding.code();
    Instant last = alerts.get(what);
    if (last == null || !now.isBefore(last.plus(BETWEEN_ALERTS))) {
      alerts.put(what, now);
      alert.run();
    }
  }

  /** Everything is as after a start. */
  void forget() {
    resting.clear();
    alerts.clear();
  }
}
