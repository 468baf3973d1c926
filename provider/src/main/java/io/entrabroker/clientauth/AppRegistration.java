package io.entrabroker.clientauth;

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
    public TokenRequestParts tokenRequest(String origin) {
      return new TokenRequestParts(Map.of("client_id", clientId), Map.of("Origin", origin));
    }
  }

  /**
   * Platform "Web": the secret in the form, and no {@code Origin} header (AADSTS9002326 with it).
   */
  record WebApplication(String clientId, Secret secret) implements AppRegistration {
    @Override
    public TokenRequestParts tokenRequest(String origin) {
      return new TokenRequestParts(
          Map.of("client_id", clientId, "client_secret", secret.reveal()), Map.of());
    }
  }

  /**
   * Platform "Web" whose ID token comes from the authorization endpoint: there is no token request.
   */
  record WithoutTokenRequest(String clientId) implements AppRegistration {
    @Override
    public TokenRequestParts tokenRequest(String origin) {
      throw new IllegalStateException("The id_token flow makes no token request.");
    }
  }

  /** The application (client) id. */
  String clientId();

  /**
   * What to add to a request to the token endpoint.
   *
   * @param origin the origin ({@code scheme://host[:port]}) under which people see this server
   * @throws IllegalStateException if this registration makes no token requests
   */
  TokenRequestParts tokenRequest(String origin);
}
