package io.entrabroker.simulator.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which applications people went to in which session, so that they hear when it ends. */
public final class Visits {

  private final Map<String, Set<Visit>> bySession = new ConcurrentHashMap<>();

  /** Somebody in the session is sent to the application. */
  public void add(String sessionId, Visit visit) {
    bySession.compute(
        sessionId,
        (id, before) -> {
          Set<Visit> all = before == null ? new LinkedHashSet<>() : new LinkedHashSet<>(before);
          all.add(visit);
          return all;
        });
  }

  /** The applications of a session in the order of the first visits; none if it is unknown. */
  public List<Visit> of(String sessionId) {
    return List.copyOf(bySession.getOrDefault(sessionId, Set.of()));
  }

  /** The session is over. */
  public void forget(String sessionId) {
    bySession.remove(sessionId);
  }

  /**
   * One application that a session was used for.
   *
   * @param clientId of the application
   * @param issuer as its ID tokens name it
   */
  public record Visit(String clientId, String issuer) {}
}
