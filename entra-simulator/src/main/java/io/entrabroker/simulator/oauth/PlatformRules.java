package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.PasswordCredential;
import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.errors.Aadsts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What a client must send, and must not send, to redeem something: credential and Origin.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">
 *     Authorization code flow, redirect URIs for single-page apps</a>
 */
final class PlatformRules {

  private final Clock clock;

  PlatformRules(Clock clock) {
    this.clock = clock;
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
      credential(client.application(), request);
    }
  }

  /** For an application that acts by itself. */
  void checkApplication(Client client, TokenRequest request) {
    noOrigin(request);
    if (!request.hasCredential()) {
      throw Aadsts.NO_CREDENTIAL.thrown();
    }
    credential(client.application(), request);
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

  private void credential(Application application, TokenRequest request) {
    if (request.hasAssertion()) {
      throw Aadsts.ASSERTION_KEY_UNKNOWN.thrown();
    }
    String secret = request.secret().orElse("");
    Instant now = clock.instant();
    List<PasswordCredential> matching =
        application.secrets().stream().filter(known -> known.matches(secret)).toList();
    if (matching.isEmpty()) {
      throw Aadsts.WRONG_SECRET.thrown(application.appId());
    }
    if (matching.stream().noneMatch(known -> known.validAt(now))) {
      throw Aadsts.SECRET_EXPIRED.thrown(application.appId());
    }
  }
}
