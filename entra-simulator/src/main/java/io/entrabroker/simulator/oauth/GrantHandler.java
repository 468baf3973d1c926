package io.entrabroker.simulator.oauth;

/** Serves one grant type of the token endpoint. */
@FunctionalInterface
interface GrantHandler {

  /**
   * Hands out tokens.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException if the request is refused
   */
  TokenAnswer handle(TokenRequest request);
}
