package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the application is registered in Entra ID: the platform of its redirect URI decides what a
 * token request must and must not carry.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">Authorization
 * code flow</a>, "Redirect URIs for single-page apps".
 */
public sealed interface AppRegistration {

  /**
   * Platform "Single-page application": no credential ever, and an {@code Origin} header on every
   * redemption (AADSTS9002327 without it).
   */
  record SinglePageApplication(String clientId) implements AppRegistration {
    @Override
    public Parsed<List<TokenRequestParts>> tokenRequest(
        TokenRequest request, CredentialSource source) {
      return Parsed.accepted(
          List.of(
              new TokenRequestParts(
                  Map.of("client_id", clientId), Map.of("Origin", request.broker().origin()))));
    }
  }

  /**
   * Platform "Web": a credential in the form, and no {@code Origin} header (AADSTS9002326 with it).
   */
  record WebApplication(String clientId, ClientCredential credential) implements AppRegistration {
    @Override
    public Parsed<List<TokenRequestParts>> tokenRequest(
        TokenRequest request, CredentialSource source) {
      return credential
          .load(source)
          .map(proofs -> proofs.stream().map(proof -> parts(proof, request)).toList());
    }

    private TokenRequestParts parts(Proof proof, TokenRequest request) {
      Map<String, String> form = new HashMap<>(proof.form(clientId, request));
      form.put("client_id", clientId);
      return new TokenRequestParts(form, Map.of());
    }
  }

  /**
   * Platform "Web" whose ID token comes from the authorization endpoint: there is no token request.
   */
  record WithoutTokenRequest(String clientId) implements AppRegistration {
    @Override
    public Parsed<List<TokenRequestParts>> tokenRequest(
        TokenRequest request, CredentialSource source) {
      throw new IllegalStateException("The id_token flow makes no token request.");
    }
  }

  /** The application (client) id. */
  String clientId();

  /**
   * What to add to a request to the token endpoint.
   *
   * @return one or two answers: the second is to be tried only if Entra does not know the key of
   *     the first. Or a sentence that says why the credential cannot be used
   * @throws IllegalStateException if this registration makes no token requests
   */
  Parsed<List<TokenRequestParts>> tokenRequest(TokenRequest request, CredentialSource source);
}
