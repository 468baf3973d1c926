package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.settings.SignInFlow;

/**
 * Microsoft's answer to an authorization request; absent parameters are empty.
 *
 * @param arrivedBy the flow whose way the answer took: query or form post
 * @param state the state
 * @param credential the code or the ID token, whichever belongs to that way
 * @param error the OAuth error code
 * @param description the error's description
 */
record AuthorizationAnswer(
    SignInFlow arrivedBy, String state, String credential, String error, String description) {

  static AuthorizationAnswer of(
      SignInFlow arrivedBy, String state, String credential, String error, String description) {
    return new AuthorizationAnswer(
        arrivedBy, orEmpty(state), orEmpty(credential), orEmpty(error), orEmpty(description));
  }

  boolean isError() {
    return !error.isEmpty();
  }

  MicrosoftError microsoftError() {
    return MicrosoftError.read(error, description);
  }

  @Override
  public String toString() {
    return "AuthorizationAnswer[***]";
  }

  private static String orEmpty(String parameter) {
    return parameter == null ? "" : parameter;
  }
}
