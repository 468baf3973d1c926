package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.diagnostics.ClaimsChallenge;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.graph.GraphAccess;
import io.entrabroker.graph.GraphGroups;
import io.entrabroker.graph.GraphLimits;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.graph.ElapsedTime;
import io.entrabroker.keycloak.graph.KeycloakGraphTransport;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keys.KeySource;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.preview.PreviewGuard;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Guard;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.user.PersonRules;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The twin: the provider without what its configuration names. */
final class UnguardedIdentityProvider extends EntraIdentityProvider {

  /** The settings with which people were last sent to Microsoft, by alias. */
  private static final Map<String, Map<String, String>> OF_THE_REQUEST = new ConcurrentHashMap<>();

  private final Function<IdentityProviderModel, EntraProviderConfig> configs;
  private final Set<String> without;
  private final Set<String> withoutSignOut;
  private EntraClaims claims = new EntraClaims(Map.of());

  UnguardedIdentityProvider(
      KeycloakSession session,
      EntraProviderConfig config,
      Function<IdentityProviderModel, EntraProviderConfig> configs) {
    super(session, config, NodeWide.withCallTimeout(NodeWide.USUAL_CALL_TIMEOUT));
    this.configs = configs;
    without = names(config, UnguardedIdentityProviderFactory.WITHOUT);
    withoutSignOut = names(config, UnguardedIdentityProviderFactory.WITHOUT_SIGN_OUT);
  }

  private static Set<String> names(EntraProviderConfig config, String key) {
    return Arrays.stream(config.getConfig().getOrDefault(key, "").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  Set<SignOutGuard> signOutGuards() {
    Set<SignOutGuard> guards = EnumSet.allOf(SignOutGuard.class);
    guards.removeIf(guard -> withoutSignOut.contains(guard.name()));
    return guards;
  }

  @Override
  Set<PreviewGuard> previewGuards() {
    Set<String> missing = names(entraConfig(), UnguardedIdentityProviderFactory.WITHOUT_PREVIEW);
    Set<PreviewGuard> guards = EnumSet.allOf(PreviewGuard.class);
    guards.removeIf(guard -> missing.contains(guard.name()));
    return guards;
  }

  @Override
  Set<String> aliasesOfNotices() {
    return signOutGuards().contains(SignOutGuard.ALIAS)
        ? super.aliasesOfNotices()
        : session()
            .identityProviders()
            .getAllStream()
            .map(IdentityProviderModel::getAlias)
            .collect(Collectors.toSet());
  }

  @Override
  boolean goesBackOnlyOnce() {
    return !isSet(UnguardedIdentityProviderFactory.ENDLESS);
  }

  @Override
  MicrosoftError read(AuthorizationAnswer answer) {
    MicrosoftError error = super.read(answer);
    boolean echoes = isSet(UnguardedIdentityProviderFactory.ECHO);
    return new MicrosoftError(
        echoes ? answer.parameters().getFirst("error_description") : error.error(),
        echoes ? 0 : error.number(),
        error.subError(),
        error.ids(),
        isSet(UnguardedIdentityProviderFactory.ANY_DEMAND)
            ? new ClaimsChallenge(answer.parameters().getFirst("claims"))
            : error.challenge());
  }

  private boolean isSet(String key) {
    return Boolean.parseBoolean(entraConfig().getConfig().get(key));
  }

  boolean lacks(Carelessness guard) {
    return without.contains(guard.name());
  }

  @Override
  Set<Guard> guards() {
    Set<Guard> guards = EnumSet.allOf(Guard.class);
    guards.removeIf(guard -> without.contains(guard.name()));
    return guards;
  }

  @Override
  Upstream upstream() {
    Upstream careful = super.upstream();
    return lacks(Carelessness.HTTP)
        ? new Upstream(new CarelessHttpClient(careful.http()), careful.timeout())
        : careful;
  }

  @Override
  SignInReading read(
      String idToken, Expectation expected, PersonRules rules, KeySource publishedKeys) {
    String token =
        lacks(Carelessness.WRAPPING) ? WrappedToken.innermost(idToken, entraConfig()) : idToken;
    PersonRules followed =
        lacks(Carelessness.ACCOUNT_KIND) ? CarelessReading.ofAnyKind(rules) : rules;
    SignInReading reading = super.read(token, expected, followed, publishedKeys);
    if (reading instanceof SignInReading.Accepted accepted) {
      claims = accepted.claims();
      return lacks(Carelessness.ADDRESS) ? CarelessReading.believed(accepted) : accepted;
    }
    return reading;
  }

  @Override
  GroupSource groups(GraphAccess access) {
    if (lacks(Carelessness.CLAIM_SOURCE)) {
      return new ClaimSource(upstream(), access.accessToken(), () -> claims);
    }
    return lacks(Carelessness.NEXT_PAGE)
        ? new GraphGroups(
            access,
            new CarelessGraphTransport(new KeycloakGraphTransport(upstream())),
            new ElapsedTime(),
            GraphLimits.standard())
        : super.groups(access);
  }

  private UnguardedIdentityProvider ofTheRequest() {
    EntraProviderConfig now = entraConfig();
    IdentityProviderModel then = new IdentityProviderModel(now);
    then.setConfig(new HashMap<>(OF_THE_REQUEST.getOrDefault(now.getAlias(), now.getConfig())));
    return new UnguardedIdentityProvider(session(), configs.apply(then), configs);
  }

  @Override
  public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
    if (lacks(Carelessness.MOMENT)) {
      return new EntraEndpoint(callback, event, ofTheRequest());
    }
    return lacks(Carelessness.STATE) || lacks(Carelessness.ARRIVAL)
        ? new CarelessEndpoint(callback, event, this)
        : super.callback(realm, callback, event);
  }

  @Override
  protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
    UriBuilder url = super.createAuthorizationUrl(request);
    OF_THE_REQUEST.put(entraConfig().getAlias(), Map.copyOf(entraConfig().getConfig()));
    return lacks(Carelessness.PKCE)
        ? url.replaceQueryParam("code_challenge").replaceQueryParam("code_challenge_method")
        : url;
  }

  @Override
  boolean hasSafeFirstSignIn() {
    return lacks(Carelessness.FIRST_LOGIN_FLOW) || super.hasSafeFirstSignIn();
  }

  @Override
  boolean looksForNamesakes() {
    return !lacks(Carelessness.FIRST_LOGIN_FLOW) && super.looksForNamesakes();
  }
}
