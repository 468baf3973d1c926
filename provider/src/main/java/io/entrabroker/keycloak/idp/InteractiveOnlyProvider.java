package io.entrabroker.keycloak.idp;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.JWTAuthorizationGrantValidationContext;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Refuses every way but the interactive sign-in on which Keycloak's OpenID Connect provider would
 * take a token of the upstream: token exchange, JWT authorization grant, client assertion, logout
 * token, UserInfo. Each of them would need the same checks; none of them has a use here.
 */
abstract class InteractiveOnlyProvider extends OIDCIdentityProvider {

  static final String REFUSED = "Only interactive sign-ins are accepted.";

  InteractiveOnlyProvider(KeycloakSession session, OIDCIdentityProviderConfig config) {
    super(session, config);
  }

  // Keycloak would keep Microsoft's tokens in clear, in the session's notes.
  @Override
  public void authenticationFinished(
      AuthenticationSessionModel authSession, BrokeredIdentityContext context) {}

  // The nonce is checked with everything else before the context exists.
  @Override
  public void preprocessFederatedIdentity(
      KeycloakSession session, RealmModel realm, BrokeredIdentityContext context) {}

  @Override
  public BrokeredIdentityContext getFederatedIdentity(String response) {
    throw new IdentityBrokerException(REFUSED);
  }

  @Override
  protected JsonWebToken validateToken(String encodedToken, boolean ignoreAudience) {
    throw new IdentityBrokerException(REFUSED);
  }

  @Override
  protected boolean verify(JWSInput jws) {
    return false;
  }

  @Override
  protected boolean verifySignature(JWSInput jws) {
    return false;
  }

  @Override
  protected boolean supportsExternalExchange() {
    return false;
  }

  @Override
  public boolean isIssuer(String issuer, MultivaluedMap<String, String> params) {
    return false;
  }

  @Override
  public Response exchangeFromToken(
      UriInfo uriInfo,
      EventBuilder event,
      ClientModel authorizedClient,
      UserSessionModel tokenUserSession,
      UserModel tokenSubject,
      MultivaluedMap<String, String> params) {
    return exchangeNotSupported();
  }

  @Override
  public boolean verifyClientAssertion(ClientAuthenticationFlowContext context) {
    return false;
  }

  @Override
  public BrokeredIdentityContext validateAuthorizationGrantAssertion(
      JWTAuthorizationGrantValidationContext context) {
    throw new IdentityBrokerException(REFUSED);
  }

  @Override
  public SimpleHttpRequest authenticateTokenRequest(SimpleHttpRequest tokenRequest) {
    throw new IdentityBrokerException(REFUSED);
  }
}
