package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.session.Visits;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the applications of a session that it is over: each has a front-channel logout URL, which
 * the login host loads in a hidden frame with {@code iss} and {@code sid}.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID
 *     Connect on the Microsoft identity platform, single sign-out</a>
 */
public final class FrontChannelLogout {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clients clients;
  private final Visits visits;

  FrontChannelLogout(Clients clients, Visits visits) {
    this.clients = clients;
    this.visits = visits;
  }

  /**
   * What a browser would load if the session ended now; applications without a front-channel logout
   * URL hear nothing.
   *
   * @param sessionId the claim {@code sid}
   */
  public List<URI> addresses(String sessionId) {
    return visits.of(sessionId).stream()
        .flatMap(visit -> address(visit, sessionId).stream())
        .toList();
  }

  /** The session is over, and what it was used for is forgotten. */
  public void forget(String sessionId) {
    visits.forget(sessionId);
  }

  /**
   * Calls the applications of a session at once, without a browser and so without its cookies. The
   * session itself lives on.
   *
   * @return the HTTP status by address; 0 where nobody answered
   */
  public Map<URI, Integer> call(String sessionId) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    Map<URI, Integer> statuses = new LinkedHashMap<>();
    for (URI address : addresses(sessionId)) {
      statuses.put(address, status(client, address));
    }
    return statuses;
  }

  private static int status(HttpClient client, URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private Optional<URI> address(Visits.Visit visit, String sessionId) {
    return application(visit.clientId())
        .flatMap(Application::logoutUrl)
        .map(
            url ->
                URI.create(
                    url
                        + (url.contains("?") ? "&" : "?")
                        + "iss="
                        + URLEncoder.encode(visit.issuer(), StandardCharsets.UTF_8)
                        + "&sid="
                        + URLEncoder.encode(sessionId, StandardCharsets.UTF_8)));
  }

  private Optional<Application> application(String clientId) {
    return clients.tenantsNamed("common").stream()
        .map((Tenant tenant) -> tenant.application(clientId))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
