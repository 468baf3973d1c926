package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.session.Handles;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code grant_type=authorization_code}. */
final class AuthorizationCodeGrant implements GrantHandler {

  private final Clients clients;
  private final GrantChecks checks;
  private final Handles<IssuedCode> codes;
  private final TokensOfGrant tokens;
  private final Clock clock;
  private volatile boolean again;

  AuthorizationCodeGrant(
      Clients clients,
      GrantChecks checks,
      Handles<IssuedCode> codes,
      TokensOfGrant tokens,
      Clock clock) {
    this.clients = clients;
    this.checks = checks;
    this.codes = codes;
    this.tokens = tokens;
    this.clock = clock;
  }

  void redeemAgain(boolean allowed) {
    again = allowed;
  }

  @Override
  public TokenAnswer handle(TokenRequest request) {
    Client asked = clients.find(request.segment(), request.clientId());
    String handle = request.parameters().require("code");
    String redirectUri = request.parameters().require("redirect_uri");
    IssuedCode code =
        codes
            .find(handle)
            .filter(known -> known.grant().clientId().equals(asked.application().appId()))
            .orElseThrow(Aadsts.GRANT_INVALID::thrown);
    Client client = clients.atHome(request.segment(), asked, code.tenantId());
    checks.platforms().check(code.grant().platform(), client, request);
    if (!code.tenantId().equals(client.tenant().id())) {
      throw Aadsts.TENANT_OF_CODE_DIFFERS.thrown();
    }
    if (again) {
      code.forgetRedemption();
    }
    code.requireFresh(clock.instant());
    if (!code.wasSentTo(redirectUri)) {
      throw Aadsts.REDIRECT_URI_OF_CODE_DIFFERS.thrown(redirectUri);
    }
    code.requireVerifier(request.parameters().first("code_verifier"));
    Grant grant = narrowed(code.grant(), request.parameters().first("scope"));
    checks.policies().atToken(Moment.REDEMPTION, client, grant);
    code.redeem();
    Map<String, Object> claims = new HashMap<>();
    code.nonce().ifPresent(nonce -> claims.put("nonce", nonce));
    return tokens.first(client, grant, request, claims);
  }

  /** The scopes of the token request, if it has some; OpenID scopes cannot grow there. */
  private static Grant narrowed(Grant grant, Optional<String> scope) {
    if (scope.isEmpty()) {
      return grant;
    }
    Scopes asked = Scopes.parse(scope.get());
    asked.requireSound();
    return grant.with(new Scopes(grant.scopes().openid(), asked.permissions()));
  }
}
