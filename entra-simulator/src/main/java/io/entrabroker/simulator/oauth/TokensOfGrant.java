package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.session.Handles;
import java.time.Clock;
import java.util.Map;

/** Makes a person's tokens and, with {@code offline_access}, the refresh token that follows. */
final class TokensOfGrant {

  private final UserTokens userTokens;
  private final Handles<RefreshToken> refreshTokens;
  private final Clock clock;

  TokensOfGrant(UserTokens userTokens, Handles<RefreshToken> refreshTokens, Clock clock) {
    this.userTokens = userTokens;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
  }

  /** Tokens for a code. */
  TokenAnswer first(
      Client client, Grant grant, TokenRequest request, Map<String, Object> idTokenClaims) {
    TokenAnswer answer = userTokens.answer(client, grant, request, idTokenClaims);
    if (grant.scopes().has("offline_access")) {
      keep(answer, RefreshToken.first(grant, clock.instant()));
    }
    return answer;
  }

  /** Tokens for a refresh token, and always a new refresh token. */
  TokenAnswer again(Client client, RefreshToken used, Grant grant, TokenRequest request) {
    TokenAnswer answer = userTokens.answer(client, grant, request, Map.of());
    keep(answer, used.next(clock.instant()));
    return answer;
  }

  private void keep(TokenAnswer answer, RefreshToken token) {
    answer.with("refresh_token", refreshTokens.keep(token));
  }
}
