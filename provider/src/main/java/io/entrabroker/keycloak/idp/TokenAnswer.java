package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.MicrosoftError;

/** What came of redeeming a code. */
sealed interface TokenAnswer {

  /** Microsoft sent an ID token. */
  record IdToken(String compact) implements TokenAnswer {
    @Override
    public String toString() {
      return "IdToken[***]";
    }
  }

  /** Microsoft refused. */
  record Refused(MicrosoftError error) implements TokenAnswer {}

  /** Nobody answered, or not in time. */
  record Unreachable() implements TokenAnswer {}

  /** The answer was neither a token nor an error. */
  record Nonsense() implements TokenAnswer {}
}
