package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.RegisteredRedirectUri;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsException;
import java.util.List;

/**
 * Reads authorization requests. As long as client and redirect URI are in doubt an error is thrown,
 * for a page at the login host; from then on the application is told.
 */
final class AuthorizeReader {

  private final Clients clients;

  AuthorizeReader(Clients clients) {
    this.clients = clients;
  }

  AuthorizeReading read(String segment, Parameters parameters) {
    requireTenant(segment);
    Client client = clients.find(segment, parameters.require("client_id"));
    RegisteredRedirectUri target = target(client.application(), parameters);
    ReturnAddress back =
        ReturnAddress.of(target.uri(), AuthorizeRules.responseMode(parameters), parameters);
    AuthorizeRequest request =
        new AuthorizeRequest(
            client, clients.accounts(segment), target.platform(), back, parameters);
    try {
      AuthorizeRules.check(request);
      return new AuthorizeReading.Accepted(request);
    } catch (AadstsException refusal) {
      return new AuthorizeReading.Refused(back, refusal.error());
    }
  }

  private void requireTenant(String segment) {
    if (!Clients.isAlias(segment)) {
      clients.tenant(segment);
    }
  }

  /** The redirect URI as sent, with the platform it is registered under. */
  private static RegisteredRedirectUri target(Application application, Parameters parameters) {
    List<RegisteredRedirectUri> registered = application.redirectUris();
    if (registered.isEmpty()) {
      throw Aadsts.NO_REDIRECT_URI.thrown();
    }
    String sent = parameters.first("redirect_uri").orElse(registered.get(0).uri());
    return application
        .redirectUri(sent)
        .map(match -> new RegisteredRedirectUri(match.platform(), sent))
        .orElseThrow(() -> Aadsts.REDIRECT_URI_MISMATCH.thrown(sent, application.appId()));
  }
}
