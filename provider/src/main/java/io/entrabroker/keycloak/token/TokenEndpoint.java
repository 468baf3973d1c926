package io.entrabroker.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.clientauth.TokenRequestParts;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GrantedScopes;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.KeycloakSession;

/**
 * A tenant's token endpoint.
 *
 * @param session the session whose HTTP client is used
 * @param address the endpoint
 * @param client what the app registration adds to every request
 */
public record TokenEndpoint(KeycloakSession session, URI address, ClientProofs client) {

  /** Bytes. A token response with 200 groups has some 20,000. */
  private static final long LARGEST_ANSWER = 256 * 1024;

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
    SimpleHttpRequest request =
        SimpleHttp.create(session)
            .withMaxConsumedResponseSize(LARGEST_ANSWER)
            .doPost(address.toString());
    grant.forEach(request::param);
    parts.form().forEach(request::param);
    parts.headers().forEach(request::header);
    try (SimpleHttpResponse response = request.acceptJson().asResponse()) {
      return read(response);
    } catch (IOException e) {
      return new TokenAnswer.Unreachable("");
    }
  }

  private static TokenAnswer read(SimpleHttpResponse response) throws IOException {
    int status = response.getStatus();
    String retryAfter =
        Optional.ofNullable(response.getFirstHeader("Retry-After")).map(String::trim).orElse("");
    JsonNode body;
    try {
      body = response.asJson();
    } catch (IOException e) {
      return isTrouble(status)
          ? new TokenAnswer.Unreachable(retryAfter)
          : new TokenAnswer.Nonsense();
    }
    if (status != 200) {
      MicrosoftError error = MicrosoftError.answered(body);
      return new TokenAnswer.Refused(error, status, retryAfter);
    }
    return tokens(body);
  }

  private static boolean isTrouble(int status) {
    return status == 429 || status >= 500;
  }

  private static TokenAnswer tokens(JsonNode body) {
    String idToken = text(body, "id_token");
    return idToken.isEmpty()
        ? new TokenAnswer.Nonsense()
        : new TokenAnswer.Tokens(
            idToken,
            new Secret(text(body, "access_token")),
            new Secret(text(body, "refresh_token")),
            GrantedScopes.parse(text(body, "scope")));
  }

  private static String text(JsonNode body, String member) {
    JsonNode value = body == null ? null : body.get(member);
    return value != null && value.isTextual() ? value.textValue() : "";
  }
}
