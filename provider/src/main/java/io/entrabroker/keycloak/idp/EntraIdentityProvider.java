package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsProblem;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.Pkce;
import io.entrabroker.signin.Rejection;
import io.entrabroker.tenant.Endpoints;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.JWTAuthorizationGrantValidationContext;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Brokers sign-ins to Microsoft Entra ID.
 *
 * <p>Differs from Keycloak's OpenID Connect provider:
 *
 * <ul>
 *   <li>every check of the ID token is made in code, whatever the configuration says;
 *   <li>the account key is {@code tid:oid}, not {@code sub};
 *   <li>no UserInfo call, no token of Microsoft is kept;
 *   <li>external token exchange, the JWT authorization grant, client assertions and logout tokens
 *       are refused: an Entra token is accepted at a sign-in and nowhere else.
 * </ul>
 */
public class EntraIdentityProvider extends OIDCIdentityProvider {

  private static final String REFUSED = "Only interactive sign-ins are accepted.";

  private final EntraProviderConfig config;
  private final TenantResolution tenants;

  EntraIdentityProvider(
      KeycloakSession session, EntraProviderConfig config, TenantResolution tenants) {
    super(session, config);
    this.config = config;
    this.tenants = tenants;
  }

  /**
   * The checks to make. No configuration reaches this; a test may override it to show what each is
   * for.
   */
  Set<Guard> guards() {
    return Guard.ALL;
  }

  /** Where the tenant's signing keys come from. */
  PublicKeyLoader keyLoader(Endpoints endpoints) {
    return new TenantKeysLoader(session, endpoints);
  }

  @Override
  public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
    return new EntraEndpoint(callback, event, this);
  }

  @Override
  public Response performLogin(AuthenticationRequest request) {
    EventBuilder event =
        new EventBuilder(request.getRealm(), session, session.getContext().getConnection())
            .client(request.getAuthenticationSession().getClient());
    Refusals refusals = new Refusals(session, event, config.getAlias());
    SettingsReading reading = config.readingWithSecret(session);
    Optional<EntraSettings> settings = reading.settings();
    if (settings.isEmpty()) {
      return refusals.refuse(Rejection.SETTINGS_INVALID, problems(reading));
    }
    TenantResolution.Outcome outcome =
        tenants.resolve(
            session, config.getAlias(), settings.get().authority(), settings.get().pin());
    if (outcome instanceof TenantResolution.Outcome.Objection objection) {
      return refusals.refuse(objection.rejection());
    }
    config.usePin(((TenantResolution.Outcome.Known) outcome).pin());
    return super.performLogin(request);
  }

  @Override
  protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
    EntraSettings settings =
        config.reading().settings().orElseThrow(() -> new IdentityBrokerException(REFUSED));
    AuthorizationNotes notes =
        new AuthorizationNotes(request.getAuthenticationSession(), config.getAlias());
    UriBuilder url =
        super.createAuthorizationUrl(request)
            .replaceQueryParam(OAUTH2_PARAMETER_RESPONSE_TYPE, settings.flow().responseType())
            .queryParam("response_mode", settings.flow().responseMode())
            .queryParam("nonce", notes.newNonce());
    if (settings.flow() == SignInFlow.CODE) {
      url.queryParam("code_challenge", notes.newPkce().challenge())
          .queryParam("code_challenge_method", Pkce.METHOD);
    }
    settings.hints().forEach(url::replaceQueryParam);
    return withPrompt(url, settings.prompt(askedPrompt(request)));
  }

  private static String askedPrompt(AuthenticationRequest request) {
    String asked = request.getAuthenticationSession().getClientNote(OAuth2Constants.PROMPT);
    return asked == null ? "" : asked;
  }

  private static UriBuilder withPrompt(UriBuilder url, String prompt) {
    Object[] values = prompt.isEmpty() ? new Object[0] : new Object[] {prompt};
    return url.replaceQueryParam(OAuth2Constants.PROMPT, values);
  }

  static String problems(SettingsReading reading) {
    return reading.problems().stream().map(SettingsProblem::text).collect(Collectors.joining(" "));
  }

  KeycloakSession session() {
    return session;
  }

  EntraProviderConfig entraConfig() {
    return config;
  }

  // Microsoft's tokens are not kept: nothing of this server needs them after the sign-in.
  @Override
  public void authenticationFinished(
      AuthenticationSessionModel authSession, BrokeredIdentityContext context) {}

  // The nonce is checked with everything else before the context exists.
  @Override
  public void preprocessFederatedIdentity(
      KeycloakSession session, RealmModel realm, BrokeredIdentityContext context) {}

  // The catalog locks out whoever changes the address: it is written once, at the first sign-in.
  @Override
  protected void updateEmail(UserModel user, BrokeredIdentityContext context) {
    boolean newUser =
        Boolean.parseBoolean(
            context.getAuthenticationSession().getAuthNote("BROKER_REGISTERED_NEW_USER"));
    if (newUser) {
      super.updateEmail(user, context);
    }
  }

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
