package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.errors.AadstsException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The token endpoint: finds the handler of the grant type. */
public final class TokenEndpoint {

  private final Map<String, GrantHandler> handlers;
  private final CloudRules cloudRules;
  private final Queue<AadstsError> failures = new ConcurrentLinkedQueue<>();

  TokenEndpoint(Clients clients, Map<String, GrantHandler> handlers) {
    this.cloudRules = new CloudRules(clients);
    this.handlers = Map.copyOf(handlers);
  }

  /** Lets the next request fail; several calls are used up one request each, in order. */
  public void failNextWith(AadstsError error) {
    failures.add(error);
  }

  /**
   * Hands out tokens.
   *
   * @throws AadstsException if the request is refused
   */
  public TokenAnswer handle(TokenRequest request) {
    AadstsError failure = failures.poll();
    if (failure != null) {
      throw new AadstsException(failure);
    }
    cloudRules.requireOwn(request);
    if (request.parameters().first("resource").isPresent()) {
      throw Aadsts.RESOURCE_PARAMETER_ON_V2.thrown();
    }
    String type = request.parameters().require("grant_type");
    return Optional.ofNullable(handlers.get(type))
        .orElseThrow(() -> Aadsts.GRANT_TYPE_UNSUPPORTED.thrown(type))
        .handle(request);
  }
}
