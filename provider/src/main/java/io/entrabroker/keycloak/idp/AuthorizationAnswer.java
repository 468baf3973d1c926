package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.settings.SignInFlow;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * Microsoft's answer to an authorization request.
 *
 * @param arrivedBy the flow whose way the answer took: query or form post
 * @param parameters the parameters; whoever holds the browser may have written them
 */
record AuthorizationAnswer(SignInFlow arrivedBy, MultivaluedMap<String, String> parameters) {

  /** The state, or empty. */
  String state() {
    return parameter("state");
  }

  /** The code or the ID token, whichever belongs to the way; or empty. */
  String credential() {
    return parameter(arrivedBy.responseType());
  }

  boolean isError() {
    return !parameter("error").isEmpty();
  }

  MicrosoftError microsoftError() {
    return MicrosoftError.redirected(
        parameter("error"),
        parameter("error_description"),
        parameter("error_subcode"),
        parameter("claims"));
  }

  @Override
  public String toString() {
    return "AuthorizationAnswer[***]";
  }

  private String parameter(String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value;
  }
}
