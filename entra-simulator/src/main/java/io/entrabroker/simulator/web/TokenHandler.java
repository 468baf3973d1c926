package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.TokenAnswer;
import io.entrabroker.simulator.oauth.TokenEndpoint;
import io.entrabroker.simulator.oauth.TokenRequest;
import io.javalin.http.Context;
import java.util.UUID;

/** HTTP around the token endpoint. */
final class TokenHandler {

  private final TokenEndpoint endpoint;
  private final LoginHosts loginHosts;
  private final Cors cors;

  TokenHandler(TokenEndpoint endpoint, LoginHosts loginHosts, Cors cors) {
    this.endpoint = endpoint;
    this.loginHosts = loginHosts;
    this.cors = cors;
  }

  /**
   * Hands out tokens.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException if the request is refused
   */
  void post(Context ctx) {
    cors.allow(ctx);
    Answers.notToBeStored(ctx);
    TokenAnswer answer =
        endpoint.handle(
            new TokenRequest(
                Requests.tenant(ctx),
                Requests.form(ctx),
                Requests.headers(ctx),
                loginHosts.asked(ctx)));
    Answers.trace(ctx, UUID.randomUUID().toString(), 0);
    Json.write(ctx, answer.members());
  }
}
