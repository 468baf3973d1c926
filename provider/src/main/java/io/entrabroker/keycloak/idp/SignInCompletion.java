package io.entrabroker.keycloak.idp;

import io.entrabroker.clientauth.TokenRequestParts;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.KeySource;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReader;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.TenantPolicy;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.LegacyLink;
import io.entrabroker.user.UserAttribute;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.common.util.Time;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/** Takes an accepted answer to its end: redeem, trust, identify, hand over to Keycloak. */
final class SignInCompletion {

  private final EntraIdentityProvider provider;
  private final EntraProviderConfig config;
  private final KeycloakSession session;
  private final AuthenticationCallback callback;
  private final Refusals refusals;

  SignInCompletion(
      EntraIdentityProvider provider, AuthenticationCallback callback, Refusals refusals) {
    this.provider = provider;
    this.config = provider.entraConfig();
    this.session = provider.session();
    this.callback = callback;
    this.refusals = refusals;
  }

  Response complete(AuthorizationAnswer answer) {
    SettingsReading reading = config.readingWithSecret(session);
    Optional<EntraSettings> settings = reading.settings();
    if (settings.isEmpty()) {
      return refusals.refuse(Rejection.SETTINGS_INVALID, EntraIdentityProvider.problems(reading));
    }
    if (answer.arrivedBy() != settings.get().flow() || answer.credential().isEmpty()) {
      return refusals.refuse(Rejection.ANSWER_INCOMPLETE);
    }
    return settings
        .get()
        .endpoints()
        .map(endpoints -> complete(answer, settings.get(), endpoints))
        .orElseGet(() -> refusals.refuse(Rejection.TENANT_UNRESOLVED));
  }

  private Response complete(
      AuthorizationAnswer answer, EntraSettings settings, Endpoints endpoints) {
    AuthorizationNotes notes =
        new AuthorizationNotes(session.getContext().getAuthenticationSession(), config.getAlias());
    Expectation expected =
        new Expectation(
            settings.registration().clientId(),
            notes.takeNonce(),
            new TenantPolicy.SingleTenant(endpoints.tenant()),
            endpoints.base(),
            Instant.ofEpochSecond(Time.currentTime()));
    if (settings.flow() == SignInFlow.ID_TOKEN) {
      return trust(answer.credential(), endpoints, expected);
    }
    TokenAnswer token =
        redemption(settings, endpoints).redeem(answer.credential(), notes.takeVerifier());
    if (token instanceof TokenAnswer.IdToken idToken) {
      return trust(idToken.compact(), endpoints, expected);
    }
    if (token instanceof TokenAnswer.Refused refused) {
      return refusals.refuse(Rejection.TOKEN_ENDPOINT_REFUSED, refused.error());
    }
    return refusals.refuse(
        token instanceof TokenAnswer.Unreachable
            ? Rejection.TOKEN_ENDPOINT_UNREACHABLE
            : Rejection.TOKEN_ENDPOINT_NONSENSE);
  }

  private CodeRedemption redemption(EntraSettings settings, Endpoints endpoints) {
    KeycloakContext context = session.getContext();
    URI base = context.getUri().getBaseUri();
    URI redirectUri =
        Urls.identityProviderAuthnResponse(base, config.getAlias(), context.getRealm().getName());
    TokenRequestParts parts =
        settings.registration().tokenRequest(base.getScheme() + "://" + base.getRawAuthority());
    return new CodeRedemption(session, endpoints.token(), redirectUri.toString(), parts);
  }

  private Response trust(String idToken, Endpoints endpoints, Expectation expected) {
    KeySource keys = provider.publishedKeys(endpoints);
    SignInReading reading = new SignInReader(keys, provider.guards()).read(idToken, expected);
    return reading instanceof SignInReading.Accepted accepted
        ? identify(accepted.user())
        : refusals.refuse(((SignInReading.Refused) reading).rejection());
  }

  private Response identify(EntraUser user) {
    LegacyLink link = LegacyLink.find(user, this::linkedUser);
    if (link instanceof LegacyLink.Ambiguous) {
      return refusals.refuse(Rejection.TWO_LINKS);
    }
    BrokeredIdentityContext context = context(user);
    if (link instanceof LegacyLink.Found found) {
      context.setLegacyId(found.id());
    } else if (linkedUser(context.getId()).isEmpty() && !provider.hasSafeFirstSignIn()) {
      return refusals.refuse(Rejection.FIRST_SIGN_IN_FLOW);
    }
    return callback.authenticated(context);
  }

  private Optional<String> linkedUser(String federatedId) {
    RealmModel realm = session.getContext().getRealm();
    FederatedIdentityModel link = new FederatedIdentityModel(config.getAlias(), federatedId, null);
    return Optional.ofNullable(session.users().getUserByFederatedIdentity(realm, link))
        .map(UserModel::getId);
  }

  private BrokeredIdentityContext context(EntraUser user) {
    String key = user.key().toString();
    BrokeredIdentityContext context = new BrokeredIdentityContext(key, config);
    context.setIdp(provider);
    context.setAuthenticationSession(session.getContext().getAuthenticationSession());
    // Events and the link carry this "username": the key names nobody.
    context.setUsername(key);
    context.setModelUsername(user.username());
    context.setBrokerUserId(config.getAlias() + "." + key);
    if (!user.sessionId().isEmpty()) {
      context.setBrokerSessionId(config.getAlias() + "." + user.sessionId());
    }
    context.setEmail(user.email());
    // An empty name would wipe the one that is there.
    if (!user.givenName().isEmpty() || !user.familyName().isEmpty()) {
      context.setFirstName(user.givenName());
      context.setLastName(user.familyName());
    }
    UserAttribute.of(user)
        .forEach((attribute, value) -> context.setUserAttribute(attribute, value));
    return context;
  }
}
