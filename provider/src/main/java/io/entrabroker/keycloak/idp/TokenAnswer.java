package io.entrabroker.keycloak.idp;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GrantedScopes;

/** What came of redeeming a code. */
sealed interface TokenAnswer {

  /**
   * Microsoft sent tokens.
   *
   * @param idToken in compact serialization
   * @param accessToken for Microsoft Graph; empty text if there is none
   * @param granted what the access token may be used for
   */
  record Tokens(String idToken, Secret accessToken, GrantedScopes granted) implements TokenAnswer {
    @Override
    public String toString() {
      return "Tokens[***]";
    }
  }

  /** Microsoft refused. */
  record Refused(MicrosoftError error) implements TokenAnswer {}

  /** Nobody answered, or not in time. */
  record Unreachable() implements TokenAnswer {}

  /** The answer was neither a token nor an error. */
  record Nonsense() implements TokenAnswer {}
}
