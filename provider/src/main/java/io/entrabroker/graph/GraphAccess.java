package io.entrabroker.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.graph.GraphRequest.Method;
import io.entrabroker.tenant.TenantId;
import java.net.URI;
import java.util.Map;

/**
 * Whom to ask, and in whose name.
 *
 * @param origin {@code scheme://host[:port]} of Microsoft Graph, from the configuration, never from
 *     a token
 * @param clientId the application (client) id, a GUID
 * @param accessToken the person's access token for Microsoft Graph
 * @param granted what the token may be used for
 */
public record GraphAccess(URI origin, String clientId, Secret accessToken, GrantedScopes granted) {

  private static final String VERSION = "/v1.0/";

  /**
   * Checks the client id, which becomes part of a path.
   *
   * @throws IllegalArgumentException if it is no GUID
   */
  public GraphAccess {
    if (TenantId.parse(clientId).isEmpty()) {
      throw new IllegalArgumentException("The client id is no GUID.");
    }
  }

  /** What every address begins with to which the access token may go. */
  String prefix() {
    return origin + VERSION;
  }

  /** A question with everything in its address. */
  GraphRequest get(String pathAndQuery, Map<String, String> headers) {
    return new GraphRequest(Method.GET, address(pathAndQuery), "", headers, accessToken);
  }

  /** A question with a body. */
  GraphRequest post(String path, JsonNode body) {
    return new GraphRequest(Method.POST, address(path), body.toString(), Map.of(), accessToken);
  }

  private URI address(String pathAndQuery) {
    return URI.create(prefix() + pathAndQuery);
  }
}
