package io.entrabroker.clientauth;

import java.net.URI;
import java.util.UUID;

/** Requests to token endpoints at {@link TestKeys#NOW}. */
final class Requests {

  static final String ENDPOINT =
      "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/oauth2/v2.0/token";
  static final String ISSUER = "https://kc.example/realms/openmetadata";

  private Requests() {}

  static TokenRequest request() {
    return to(ENDPOINT);
  }

  static TokenRequest to(String endpoint) {
    return new TokenRequest(
        URI.create(endpoint),
        new Broker("https://kc.example", ISSUER, "entra"),
        TestKeys.NOW,
        () -> UUID.randomUUID().toString());
  }
}
