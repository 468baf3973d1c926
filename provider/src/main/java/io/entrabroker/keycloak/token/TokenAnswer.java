package io.entrabroker.keycloak.token;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GrantedScopes;

/** What came of redeeming a code or a refresh token. */
public sealed interface TokenAnswer {

  /**
   * Microsoft sent tokens.
   *
   * @param idToken in compact serialization
   * @param accessToken for Microsoft Graph; empty text if there is none
   * @param refreshToken to be redeemed later; empty text if there is none: nobody asked for {@code
   *     offline_access}
   * @param granted what the access token may be used for
   */
  record Tokens(String idToken, Secret accessToken, Secret refreshToken, GrantedScopes granted)
      implements TokenAnswer {
    @Override
    public String toString() {
      return "Tokens[***]";
    }
  }

  /**
   * Microsoft refused.
   *
   * @param error what it said
   * @param status the HTTP status
   * @param retryAfter the header {@code Retry-After}; empty text if there was none
   */
  record Refused(MicrosoftError error, int status, String retryAfter) implements TokenAnswer {}

  /**
   * Nobody answered, not in time, or a server in trouble answered something else than an error.
   *
   * @param retryAfter the header {@code Retry-After}; empty text if there was none
   */
  record Unreachable(String retryAfter) implements TokenAnswer {}

  /**
   * Microsoft sent an access token without an ID token: nobody signed in.
   *
   * @param accessToken in the application's own name
   */
  record NoIdToken(Secret accessToken) implements TokenAnswer {}

  /** The answer was neither a token nor an error. */
  record Nonsense() implements TokenAnswer {}
}
