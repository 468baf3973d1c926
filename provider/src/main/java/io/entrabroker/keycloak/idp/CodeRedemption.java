package io.entrabroker.keycloak.idp;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.clientauth.TokenRequestParts;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GrantedScopes;
import java.io.IOException;
import java.net.URI;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.KeycloakSession;

/**
 * Redeems an authorization code at the token endpoint (RFC 6749, section 4.1.3).
 *
 * @param session the request's session
 * @param tokenEndpoint the tenant's token endpoint
 * @param redirectUri the redirect URI of the authorization request
 * @param parts what the app registration adds
 */
record CodeRedemption(
    KeycloakSession session, URI tokenEndpoint, String redirectUri, TokenRequestParts parts) {

  /** Bytes. A token response with 200 groups has some 20,000. */
  private static final long LARGEST_ANSWER = 256 * 1024;

  TokenAnswer redeem(String code, String codeVerifier) {
    SimpleHttpRequest request =
        SimpleHttp.create(session)
            .withMaxConsumedResponseSize(LARGEST_ANSWER)
            .doPost(tokenEndpoint.toString())
            .param("grant_type", "authorization_code")
            .param("code", code)
            .param("redirect_uri", redirectUri)
            .param("code_verifier", codeVerifier);
    parts.form().forEach(request::param);
    parts.headers().forEach(request::header);
    try (SimpleHttpResponse response = request.acceptJson().asResponse()) {
      return read(response);
    } catch (IOException e) {
      return new TokenAnswer.Unreachable();
    }
  }

  private static TokenAnswer read(SimpleHttpResponse response) throws IOException {
    int status = response.getStatus();
    JsonNode body;
    try {
      body = response.asJson();
    } catch (IOException e) {
      return status >= 500 ? new TokenAnswer.Unreachable() : new TokenAnswer.Nonsense();
    }
    if (status != 200) {
      return new TokenAnswer.Refused(
          MicrosoftError.read(text(body, "error"), text(body, "error_description")));
    }
    String idToken = text(body, "id_token");
    return idToken.isEmpty()
        ? new TokenAnswer.Nonsense()
        : new TokenAnswer.Tokens(
            idToken,
            new Secret(text(body, "access_token")),
            GrantedScopes.parse(text(body, "scope")));
  }

  private static String text(JsonNode body, String member) {
    JsonNode value = body == null ? null : body.get(member);
    return value != null && value.isTextual() ? value.textValue() : "";
  }
}
