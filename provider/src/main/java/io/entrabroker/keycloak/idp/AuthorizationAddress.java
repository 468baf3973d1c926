package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.ClaimsChallenge;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.Pkce;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.OAuth2Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The address at which a sign-in begins at Microsoft.
 *
 * @param signIn the sign-in
 * @param alias the identity provider's alias
 * @param connection where and how people sign in
 */
record AuthorizationAddress(
    AuthenticationSessionModel signIn, String alias, Connection connection) {

  /** Makes Keycloak's address ours, and remembers what the answer has to fit. */
  UriBuilder from(UriBuilder keycloaks) {
    AuthorizationNotes notes = new AuthorizationNotes(signIn, alias);
    return asking(ofFlow(keycloaks, connection, notes.newNonce(), notes::newPkce));
  }

  /** What every authorization request says of its flow. */
  static UriBuilder ofFlow(
      UriBuilder url, Connection connection, String nonce, Supplier<Pkce> newPkce) {
    url.replaceQueryParam(OAuth2Constants.RESPONSE_TYPE, connection.flow().responseType())
        .queryParam("response_mode", connection.flow().responseMode())
        .queryParam("nonce", nonce);
    if (connection.flow() == SignInFlow.CODE) {
      url.queryParam("code_challenge", newPkce.get().challenge())
          .queryParam("code_challenge_method", Pkce.METHOD);
    }
    connection.hints().forEach(url::replaceQueryParam);
    return url;
  }

  private UriBuilder asking(UriBuilder url) {
    Optional<ClaimsChallenge> demanded = new SecondTry(signIn, alias).begin();
    if (demanded.isEmpty()) {
      return withPrompt(url, connection.prompt(askedPrompt()));
    }
    if (demanded.get().isPresent()) {
      url.queryParam("claims", encoded(demanded.get().parameter()));
    }
    return withPrompt(url, connection.promptOfSecondTry(askedPrompt()));
  }

  // The builder would take braces for places to fill in, and a plus for itself.
  private static String encoded(String json) {
    return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String askedPrompt() {
    String asked = signIn.getClientNote(OAuth2Constants.PROMPT);
    return asked == null ? "" : asked;
  }

  static UriBuilder withPrompt(UriBuilder url, String prompt) {
    Object[] values = prompt.isEmpty() ? new Object[0] : new Object[] {prompt};
    return url.replaceQueryParam(OAuth2Constants.PROMPT, values);
  }
}
