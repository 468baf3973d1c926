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
import io.entrabroker.keys.AuthorityKeys;
import io.entrabroker.keys.KeyEndpoint;
import io.entrabroker.keys.KeySource;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.preview.PreviewGuard;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsProblem;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.user.PersonRules;
import io.entrabroker.user.PreviousProvider;
import io.entrabroker.user.UserAttribute;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.common.util.Time;
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
        .map(endpoints -> reload(endpoints, connection.get().registration().clientId()))
        .orElse(false);
  }

  private boolean reload(Endpoints endpoints, String clientId) {
    return node.keys().of(endpoints, clientId).reload(now(), download(endpoints, clientId));
  }

  /** The signing keys for our application at an authority. */
  KeySource publishedKeys(Endpoints endpoints, String clientId) {
    AuthorityKeys keys = node.keys().of(endpoints, clientId);
    return keyId -> keys.key(keyId, now(), download(endpoints, clientId));
  }

  private KeyEndpoint download(Endpoints endpoints, String clientId) {
    return new KeyDownload(session, upstream(), endpoints, clientId);
  }

  /** Where Microsoft Graph is for people who sign in at an authority; may ask for its metadata. */
  URI graphOrigin(Endpoints endpoints) {
    return node.graphHosts()
        .origin(upstream(), endpoints, config.loginHosts().graphOrigins(endpoints.base()));
  }

  private static Instant now() {
    return Instant.ofEpochSecond(Time.currentTime());
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
    SettingsReading reading = config.readingWithSecret(session);
    Optional<EntraSettings> settings = reading.settings();
    if (settings.isEmpty()) {
      return Optional.of(refusals.refuse(Rejection.SETTINGS_INVALID, problems(reading)));
    }
    TenantResolution.Outcome outcome =
        node.tenants()
            .resolve(
                session,
                upstream(),
                config.getAlias(),
                settings.get().connection().authority(),
                settings.get().connection().pin());
    if (outcome instanceof TenantResolution.Outcome.Objection objection) {
      return Optional.of(refusals.refuse(objection.rejection()));
    }
    if (outcome instanceof TenantResolution.Outcome.Refused refused) {
      return Optional.of(refusals.refuse(Rejection.TENANT_UNRESOLVED, refused.error()));
    }
    config.usePin(((TenantResolution.Outcome.Known) outcome).pin());
    return Optional.empty();
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

  static String problems(SettingsReading reading) {
    return reading.problems().stream().map(SettingsProblem::text).collect(Collectors.joining(" "));
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

  /** Whether mappers of Keycloak's own work here: they read the claims of the ID token. */
  boolean hasForeignMappers() {
    return session
        .identityProviders()
        .getMappersByAliasStream(config.getAlias())
        .anyMatch(mapper -> !OurMappers.IDS.contains(mapper.getIdentityProviderMapper()));
  }

  // Keycloak's mappers for OpenID Connect work with an Entra token as with any other.
  @Override
  public boolean isMapperSupported(IdentityProviderMapper mapper) {
    return super.isMapperSupported(mapper)
        || Arrays.asList(mapper.getCompatibleProviders())
            .contains(OIDCIdentityProviderFactory.PROVIDER_ID);
  }

  // For everybody, not only for those whom the first sign-in created: links may be older than this
  // provider, or made by an administrator.
  @Override
  public void updateBrokeredUser(
      KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
    super.updateBrokeredUser(session, realm, user, context);
    for (String attribute : UserAttribute.ALL) {
      String value = context.getUserAttribute(attribute);
      if (value != null && !value.equals(user.getFirstAttribute(attribute))) {
        user.setSingleAttribute(attribute, value);
      }
    }
  }

  // A mapper of Keycloak's own may have put another address in its place, which nobody judged.
  private static boolean isTheAddressJudged(UserModel user, BrokeredIdentityContext context) {
    String given = context.getUserAttribute(UserAttribute.CATALOG_EMAIL);
    String judged = given == null ? user.getFirstAttribute(UserAttribute.CATALOG_EMAIL) : given;
    return user.getEmail().equalsIgnoreCase(judged);
  }

  // The catalog locks out whoever changes the address: it is written once. Whether it is proven is
  // Keycloak's to know, and Entra's word counts only where the sign-in has found that it does.
  @Override
  protected void updateEmail(UserModel user, BrokeredIdentityContext context) {
    if (user.getEmail() == null && context.getEmail() != null) {
      user.setEmail(context.getEmail());
    }
    CarriedFacts.in(context)
        .map(SignInFacts::proof)
        .filter(proof -> user.getEmail() != null && isTheAddressJudged(user, context))
        .ifPresent(proof -> AddressProofs.apply(proof, user));
  }
}
