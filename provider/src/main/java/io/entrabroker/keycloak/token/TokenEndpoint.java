package io.entrabroker.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.clientauth.TokenRequestParts;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GrantedScopes;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A tenant's token endpoint.
 *
 * @param upstream the way to Microsoft
 * @param address the endpoint
 * @param client what the app registration adds to every request
 */
public record TokenEndpoint(Upstream upstream, URI address, ClientProofs client) {

  /** AADSTS700027: no certificate or key is registered that verifies the client assertion. */
  private static final int KEY_UNKNOWN = 700027;

  /**
   * Redeems an authorization code (RFC 6749, section 4.1.3, and RFC 7636, section 4.5).
   *
   * @param redirectUri the redirect URI of the authorization request
   */
  public TokenAnswer redeem(Secret code, Secret codeVerifier, String redirectUri) {
    return ask(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code.reveal(),
            "redirect_uri",
            redirectUri,
            "code_verifier",
            codeVerifier.reveal()));
  }

  /**
   * Redeems a refresh token (RFC 6749, section 6).
   *
   * @param scopes what is asked for; Entra sends an ID token only for {@code openid}, and another
   *     refresh token only for {@code offline_access}
   */
  public TokenAnswer refresh(Secret refreshToken, Set<String> scopes) {
    return ask(
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            refreshToken.reveal(),
            "scope",
            String.join(" ", scopes)));
  }

  /**
   * Asks for a token in the application's own name (RFC 6749, section 4.4), to see whether its
   * credential is good.
   *
   * @param scope {@code <resource>/.default}
   * @return Microsoft's answer; {@link TokenAnswer.NoIdToken} for a token
   */
  public TokenAnswer prove(String scope) {
    return ask(Map.of("grant_type", "client_credentials", "scope", scope));
  }

  // Entra looks at the credential before it looks at the grant, which therefore still stands.
  private TokenAnswer ask(Map<String, String> grant) {
    TokenAnswer answer = ask(grant, client.first());
    if (!client.hasAnother() || !isKeyUnknown(answer)) {
      return answer;
    }
    TokenAnswer second = ask(grant, client.other());
    if (!isKeyUnknown(second)) {
      client.otherWasTaken().run();
    }
    return second;
  }

  private static boolean isKeyUnknown(TokenAnswer answer) {
    return answer instanceof TokenAnswer.Refused refused
        && refused.error().error().equals("invalid_client")
        && refused.error().number() == KEY_UNKNOWN;
  }

  private TokenAnswer ask(Map<String, String> grant, TokenRequestParts parts) {
    Map<String, String> form = new LinkedHashMap<>(grant);
    form.putAll(parts.form());
    UpstreamAnswer answer =
        upstream.send(UpstreamRequest.form(address, form).with(parts.headers()));
    return answer instanceof Answered answered ? read(answered) : new TokenAnswer.Unreachable("");
  }

  private static TokenAnswer read(Answered answered) {
    JsonNode body = answered.json();
    String retryAfter = answered.retryAfter().strip();
    if (!body.isObject()) {
      return isTrouble(answered.status())
          ? new TokenAnswer.Unreachable(retryAfter)
          : new TokenAnswer.Nonsense();
    }
    return answered.status() == 200
        ? tokens(body)
        : new TokenAnswer.Refused(MicrosoftError.answered(body), answered.status(), retryAfter);
  }

  private static boolean isTrouble(int status) {
    return status == 429 || status >= 500;
  }

  private static TokenAnswer tokens(JsonNode body) {
    String idToken = text(body, "id_token");
    if (idToken.isEmpty()) {
      String accessToken = text(body, "access_token");
      return accessToken.isEmpty()
          ? new TokenAnswer.Nonsense()
          : new TokenAnswer.NoIdToken(new Secret(accessToken));
    }
    return new TokenAnswer.Tokens(
        idToken,
        new Secret(text(body, "access_token")),
        new Secret(text(body, "refresh_token")),
        GrantedScopes.parse(text(body, "scope")));
  }

  private static String text(JsonNode body, String member) {
    JsonNode value = body.path(member);
    return value.isTextual() ? value.textValue() : "";
  }
}
