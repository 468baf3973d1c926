package io.entrabroker.graph;

import io.entrabroker.clientauth.Secret;
import java.net.URI;
import java.util.Map;

/**
 * A request to Microsoft Graph.
 *
 * @param method the HTTP method
 * @param target always on the configured origin
 * @param body JSON; empty for {@link Method#GET}
 * @param headers headers by name, beyond authorization and content types
 * @param accessToken for the header {@code Authorization}, as a bearer token
 */
public record GraphRequest(
    Method method, URI target, String body, Map<String, String> headers, Secret accessToken) {

  /** The methods in use. Both only read. */
  public enum Method {
    GET,
    POST
  }

  public GraphRequest {
    headers = Map.copyOf(headers);
  }

  /** The request for the next page of the answer to this one. */
  GraphRequest next(URI link) {
    return new GraphRequest(Method.GET, link, "", headers, accessToken);
  }
}
