package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GraphAccess;
import io.entrabroker.graph.GraphGroups;
import io.entrabroker.graph.GraphLimits;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.graph.ElapsedTime;
import io.entrabroker.keycloak.graph.KeycloakGraphTransport;
import io.entrabroker.keycloak.people.CarriedFacts;
import io.entrabroker.keycloak.refresh.TokenOfSignIn;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keys.KeySource;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.preview.PreviewGuard;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.user.PersonRules;
import io.entrabroker.user.PreviousProvider;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Brokers sign-ins to Microsoft Entra ID.
 *
 * <p>Differs from Keycloak's OpenID Connect provider:
 *
 * <ul>
 *   <li>every check of the ID token is made in code, whatever the configuration says;
 *   <li>the account key is {@code tid:oid}, not {@code sub};
 *   <li>no UserInfo call; no token of Microsoft is kept but the refresh token, sealed, if sessions
 *       are to stay current;
 *   <li>an Entra token is accepted at an interactive sign-in, in the answer to a refresh of the
 *       same person's, and nowhere else.
 * </ul>
 */
public class EntraIdentityProvider extends InteractiveOnlyProvider {

  private final EntraProviderConfig config;
  private final NodeWide node;

  EntraIdentityProvider(KeycloakSession session, EntraProviderConfig config, NodeWide node) {
    super(session, config);
    this.config = config;
    this.node = node;
  }

  /** The way to Microsoft. */
  Upstream upstream() {
    return Upstream.over(session, node.callTimeout());
  }

  /** The checks to make. No configuration reaches this; the tests' twin leaves one out. */
  Set<Guard> guards() {
    return Guard.ALL;
  }

  /** The checks of whatever belongs to signing out; as with {@link #guards}. */
  Set<SignOutGuard> signOutGuards() {
    return SignOutGuard.ALL;
  }

  /** The checks that a preview has to pass; as with {@link #guards}. */
  Set<PreviewGuard> previewGuards() {
    return PreviewGuard.ALL;
  }

  /** The aliases whose sessions a notice of Entra's may end. */
  Set<String> aliasesOfNotices() {
    return Set.of(config.getAlias());
  }

  /** Whether an ID token is trusted, and whom it speaks of. */
  SignInReading read(
      String idToken, Expectation expected, PersonRules rules, KeySource publishedKeys) {
    return new SignInReader(publishedKeys, guards()).read(idToken, expected, rules);
  }

  /** The same of tokens that have just come, by the keys of the authority where they came from. */
  SignInReading read(Ending.Received tokens, PersonRules rules) {
    Connection connection = tokens.settings().connection();
    return connection
        .endpoints()
        .map(endpoints -> publishedKeys(endpoints, connection.registration().clientId()))
        .map(keys -> read(tokens.idToken(), tokens.expected(), rules, keys))
        .orElseGet(() -> new SignInReading.Refused(Rejection.TENANT_UNRESOLVED));
  }

  /** Where membership is asked for that the token does not say. */
  GroupSource groups(GraphAccess access) {
    return new GraphGroups(
        access, new KeycloakGraphTransport(upstream()), new ElapsedTime(), GraphLimits.standard());
  }

  /** Whether whoever comes for the first time may go on to the first login flow. */
  boolean hasSafeFirstSignIn() {
    return FirstSignInFlow.isSafe(session, config);
  }

  /** Whether a newcomer's address is looked for among the realm's users. */
  boolean looksForNamesakes() {
    return true;
  }

  /** Reads an error that a browser brought. */
  MicrosoftError read(AuthorizationAnswer answer) {
    return answer.microsoftError();
  }

  /** Whether Microsoft's second demand ends the sign-in. */
  boolean goesBackOnlyOnce() {
    return true;
  }

  @Override
  public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
    return new EntraEndpoint(callback, event, this);
  }

  @Override
  public boolean reloadKeys() {
    Optional<Connection> connection =
        config.reading().settings().map(EntraSettings::connection).filter(it -> config.isEnabled());
    return connection
        .flatMap(Connection::endpoints)
        .map(endpoints -> keys().reload(endpoints, connection.get().registration().clientId()))
        .orElse(false);
  }

  /** The signing keys for our application at an authority. */
  KeySource publishedKeys(Endpoints endpoints, String clientId) {
    return keys().of(endpoints, clientId);
  }

  private PublishedKeys keys() {
    return new PublishedKeys(session, upstream(), node.keys());
  }

  /** Where Microsoft Graph is for people who sign in at an authority; may ask for its metadata. */
  URI graphOrigin(Endpoints endpoints) {
    return node.graphHosts()
        .origin(upstream(), endpoints, config.loginHosts().graphOrigins(endpoints.base()));
  }

  @Override
  public Response performLogin(AuthenticationRequest request) {
    EventBuilder event =
        new EventBuilder(request.getRealm(), session, session.getContext().getConnection())
            .client(request.getAuthenticationSession().getClient());
    Refusals refusals = new Refusals(session, event, config.getAlias());
    return objectionToLeaving(refusals).orElseGet(() -> super.performLogin(request));
  }

  /** Makes sure that a browser can be sent to Microsoft; the answer to it if it cannot. */
  Optional<Response> objectionToLeaving(Refusals refusals) {
    return new Departure(this, node.tenants(), refusals).objection();
  }

  /** Where Microsoft sends the browser back. */
  URI redirectUri() {
    return Urls.identityProviderAuthnResponse(
        session.getContext().getUri().getBaseUri(),
        config.getAlias(),
        session.getContext().getRealm().getName());
  }

  @Override
  protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
    Connection settings =
        config
            .reading()
            .settings()
            .map(EntraSettings::connection)
            .orElseThrow(() -> new IdentityBrokerException(REFUSED));
    return new AuthorizationAddress(request.getAuthenticationSession(), config.getAlias(), settings)
        .from(super.createAuthorizationUrl(request));
  }

  // Only now, after all steps of a first sign-in: each of them clears the session's notes.
  @Override
  public void authenticationFinished(
      AuthenticationSessionModel authSession, BrokeredIdentityContext context) {
    TokenOfSignIn.handOver(authSession);
    super.authenticationFinished(authSession, context);
    CarriedFacts.upstreamIn(context)
        .ifPresent(
            upstream -> authSession.setUserSessionNote(UpstreamSignOut.NOTE, upstream.text()));
  }

  // Keycloak goes on and ends its session at once; the address where that ends leads to Microsoft.
  @Override
  public Response keycloakInitiatedBrowserLogout(
      KeycloakSession session, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {
    new UpstreamSignOut(session, config).followOn(session, userSession);
    return null;
  }

  KeycloakSession session() {
    return session;
  }

  EntraProviderConfig entraConfig() {
    return config;
  }

  /** The provider whose links are taken over, as far as its links say who somebody is. */
  PreviousProvider previous(EntraSettings settings) {
    return PreviousProviders.of(session, settings, config.loginHosts());
  }

  // Keycloak's mappers for OpenID Connect work with an Entra token as with any other.
  @Override
  public boolean isMapperSupported(IdentityProviderMapper mapper) {
    return super.isMapperSupported(mapper)
        || Arrays.asList(mapper.getCompatibleProviders())
            .contains(OIDCIdentityProviderFactory.PROVIDER_ID);
  }

  @Override
  public void updateBrokeredUser(
      KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
    super.updateBrokeredUser(session, realm, user, context);
    new BrokeredUser(user, context).takeAttributes();
  }

  @Override
  protected void updateEmail(UserModel user, BrokeredIdentityContext context) {
    new BrokeredUser(user, context).takeAddress();
  }
}
