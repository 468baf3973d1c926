package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.tokens.IdTokenRequest;
import io.entrabroker.simulator.tokens.IdTokens;
import io.entrabroker.simulator.tokens.Parties;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Makes the answer for a person's grant: access token, ID token if openid, client info. */
final class UserTokens {

  private final IdTokens idTokens;
  private final ResourceTokens resourceTokens;

  UserTokens(IdTokens idTokens, ResourceTokens resourceTokens) {
    this.idTokens = idTokens;
    this.resourceTokens = resourceTokens;
  }

  /**
   * @param idTokenClaims claims that stem from the authorization request, for example the nonce
   */
  TokenAnswer answer(
      Client client, Grant grant, TokenRequest request, Map<String, Object> idTokenClaims) {
    User user = PolicyChecks.person(client, grant.signIn());
    Parties parties = client.parties(user, grant.signIn());
    Scopes scopes = resourceTokens.granted(client, user, grant.scopes());
    TokenAnswer answer =
        new TokenAnswer(resourceTokens.forUser(parties, scopes, request.loginHost()))
            .with("scope", scopes.granted());
    if (scopes.has("openid")) {
      IdTokenRequest wanted =
          new IdTokenRequest(
              request.loginHost(), scopes.openid(), idTokenClaims, IdTokenRequest.Endpoint.TOKEN);
      answer.with("id_token", idTokens.issue(parties, wanted));
    }
    if (request.parameters().first("client_info").filter("1"::equals).isPresent()) {
      answer.with("client_info", clientInfo(client.tenant(), user));
    }
    return answer;
  }

  /** What MSAL needs to build an account: the ids of person and tenant. */
  private static String clientInfo(Tenant tenant, User user) {
    String json = "{\"uid\":\"%s\",\"utid\":\"%s\"}".formatted(user.id(), tenant.id());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
