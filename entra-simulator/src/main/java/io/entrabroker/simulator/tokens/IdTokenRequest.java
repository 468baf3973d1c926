package io.entrabroker.simulator.tokens;

import java.util.Map;
import java.util.Set;

/**
 * What the request decides about an ID token.
 *
 * @param loginHost the address the client asked, which is in the issuer
 * @param scopes the OpenID scopes that were granted
 * @param claims claims that stem from the request: nonce, c_hash, at_hash
 * @param endpoint the endpoint that hands the token out
 */
public record IdTokenRequest(
    LoginHost loginHost, Set<String> scopes, Map<String, Object> claims, Endpoint endpoint) {

  public IdTokenRequest {
    scopes = Set.copyOf(scopes);
    claims = Map.copyOf(claims);
  }

  /** Where a token is handed out: through the browser there is room for fewer groups. */
  public enum Endpoint {
    AUTHORIZE,
    TOKEN
  }
}
