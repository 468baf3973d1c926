package io.entrabroker.operations.keycloak;

/** Keycloak could not be prepared, started or asked; the message says what to do about it. */
public final class KeycloakProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeycloakProblem(String message) {
    super(message);
  }

  public KeycloakProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
