package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.AadstsError;

/** What an authorization request turned out to be, once client and redirect URI are good. */
sealed interface AuthorizeReading {

  /** Nothing is wrong with it. */
  record Accepted(AuthorizeRequest request) implements AuthorizeReading {}

  /** Something is wrong, and the application is told. */
  record Refused(ReturnAddress back, AadstsError error) implements AuthorizeReading {}
}
