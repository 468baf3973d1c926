package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.common.util.Time;

/**
 * Finds out where an authority's Microsoft Graph is, where that is open: the tenant's metadata
 * chooses among the hosts that Microsoft or the operator of the server names, and nothing else.
 */
final class GraphHosts {

  private static final String HOST_OF_GRAPH = "msgraph_host";
  private static final int SECONDS_OF_AN_ANSWER = 24 * 3600;
  private static final int SECONDS_OF_A_FAILURE = 300;

  /** More authorities than a server has; whoever has more only asks more often. */
  private static final int MOST = 1000;

  private record Found(URI origin, int until) {}

  private final Map<Endpoints, Found> found = new ConcurrentHashMap<>();

  /**
   * Where Microsoft Graph is.
   *
   * @param candidates where it may be, the usual origin first
   */
  URI origin(Upstream upstream, Endpoints endpoints, List<URI> candidates) {
    URI usual = candidates.get(0);
    if (candidates.size() == 1) {
      return usual;
    }
    Found known = found.get(endpoints);
    if (known != null
        && Time.currentTime() < known.until()
        && candidates.contains(known.origin())) {
      return known.origin();
    }
    Optional<URI> told = ask(upstream, endpoints, candidates);
    if (found.size() >= MOST) {
      found.clear();
    }
    int seconds = told.isPresent() ? SECONDS_OF_AN_ANSWER : SECONDS_OF_A_FAILURE;
    found.put(endpoints, new Found(told.orElse(usual), Time.currentTime() + seconds));
    return told.orElse(usual);
  }

  private static Optional<URI> ask(Upstream upstream, Endpoints endpoints, List<URI> candidates) {
    UpstreamAnswer answer = upstream.send(UpstreamRequest.get(endpoints.metadata()));
    if (!(answer instanceof UpstreamAnswer.Answered answered) || answered.status() != 200) {
      return Optional.empty();
    }
    String host = answered.json().path(HOST_OF_GRAPH).asText();
    return candidates.stream()
        .filter(candidate -> candidate.getRawAuthority().equalsIgnoreCase(host))
        .findFirst();
  }
}
