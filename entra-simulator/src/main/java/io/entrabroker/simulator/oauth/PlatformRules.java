package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.credentials.AssertionTarget;
import io.entrabroker.simulator.credentials.ClientCredentials;
import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.errors.Aadsts;

/**
 * What a client must send, and must not send, to redeem something: credential and Origin.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">
 *     Authorization code flow, redirect URIs for single-page apps</a>
 */
final class PlatformRules {

  private final ClientCredentials credentials;

  PlatformRules(ClientCredentials credentials) {
    this.credentials = credentials;
  }

  /** For a grant that went through a redirect URI of this platform. */
  void check(Platform platform, Client client, TokenRequest request) {
    if (platform == Platform.SPA) {
      singlePage(request);
    } else if (platform == Platform.PUBLIC_CLIENT) {
      noOrigin(request);
      noCredential(request);
    } else {
      noOrigin(request);
      if (!request.hasCredential()) {
        throw Aadsts.CREDENTIAL_MISSING.thrown();
      }
      credential(client, request);
    }
  }

  /** For an application that acts by itself. */
  void checkApplication(Client client, TokenRequest request) {
    noOrigin(request);
    if (!request.hasCredential()) {
      throw Aadsts.NO_CREDENTIAL.thrown();
    }
    credential(client, request);
  }

  private static void singlePage(TokenRequest request) {
    // A server that redeems a page's code hears of the platform first, whatever else it sent.
    if (request.origin().isEmpty()) {
      throw Aadsts.SPA_WITHOUT_ORIGIN.thrown();
    }
    noCredential(request);
  }

  private static void noOrigin(TokenRequest request) {
    request
        .origin()
        .ifPresent(
            origin -> {
              throw Aadsts.CROSS_ORIGIN_NOT_SPA.thrown(origin);
            });
  }

  private static void noCredential(TokenRequest request) {
    if (request.hasCredential()) {
      throw Aadsts.PUBLIC_CLIENT_SENT_CREDENTIAL.thrown();
    }
  }

  private void credential(Client client, TokenRequest request) {
    if (!request.hasAssertion()) {
      credentials.requireSecret(client.application(), request.secret().orElse(""));
      return;
    }
    credentials.requireAssertion(
        request.parameters().require("client_assertion_type"),
        request.parameters().require("client_assertion"),
        new AssertionTarget(
            client.application(), client.tenant(), request.segment(), request.loginHost()));
  }
}
