package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.session.Handles;
import java.time.Clock;

/** {@code grant_type=refresh_token}. */
final class RefreshTokenGrant implements GrantHandler {

  private final Clients clients;
  private final GrantChecks checks;
  private final Handles<RefreshToken> refreshTokens;
  private final TokensOfGrant tokens;
  private final Clock clock;

  RefreshTokenGrant(
      Clients clients,
      GrantChecks checks,
      Handles<RefreshToken> refreshTokens,
      TokensOfGrant tokens,
      Clock clock) {
    this.clients = clients;
    this.checks = checks;
    this.refreshTokens = refreshTokens;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public TokenAnswer handle(TokenRequest request) {
    Client asked = clients.find(request.segment(), request.clientId());
    String handle = request.parameters().require("refresh_token");
    RefreshToken token =
        refreshTokens
            .find(handle)
            .filter(known -> known.grant().clientId().equals(asked.application().appId()))
            .orElseThrow(Aadsts.GRANT_INVALID::thrown);
    Client client = clients.atHome(request.segment(), asked, token.grant().signIn().tenantId());
    checks.platforms().check(token.grant().platform(), client, request);
    token.requireFresh(clock.instant());
    Grant grant = wanted(token.grant(), request);
    checks.policies().atToken(Moment.REFRESH, client, grant);
    return tokens.again(client, token, grant, request);
  }

  /** The scopes asked for, of any resource that the person consented to; else those of before. */
  private static Grant wanted(Grant grant, TokenRequest request) {
    return request
        .parameters()
        .first("scope")
        .map(Scopes::parse)
        .map(
            scopes -> {
              scopes.requireSound();
              return grant.with(scopes);
            })
        .orElse(grant);
  }
}
