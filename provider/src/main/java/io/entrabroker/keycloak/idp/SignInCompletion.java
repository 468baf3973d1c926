package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.keycloak.token.ClientProofs;
import io.entrabroker.keycloak.token.TokenAnswer;
import io.entrabroker.keycloak.token.TokenEndpoint;
import io.entrabroker.keys.KeySource;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.Endpoints;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

/** Takes an accepted answer to its end: redeem, trust, identify, hand over to Keycloak. */
final class SignInCompletion {

  private static final GroupSource NO_SOURCE = GroupSource.silent(Reason.NO_ACCESS_TOKEN);

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
    if (isForLinkingOnly()
        && !AccountLinking.isUnderWay(session.getContext().getAuthenticationSession())) {
      return refusals.refuse(Rejection.LINK_ONLY);
    }
    SettingsReading reading = config.readingWithSecret(session);
    Optional<EntraSettings> settings = reading.settings();
    if (settings.isEmpty()) {
      return refusals.refuse(Rejection.SETTINGS_INVALID, EntraIdentityProvider.problems(reading));
    }
    Connection connection = settings.get().connection();
    if (answer.arrivedBy() != connection.flow() || answer.credential().isEmpty()) {
      return refusals.refuse(Rejection.ANSWER_INCOMPLETE);
    }
    return connection
        .endpoints()
        .map(endpoints -> complete(answer, settings.get(), endpoints))
        .orElseGet(() -> refusals.refuse(Rejection.TENANT_UNRESOLVED));
  }

  // Keycloak gives no answer at all where nobody has ever set it.
  private boolean isForLinkingOnly() {
    return Boolean.TRUE.equals(config.isLinkOnly());
  }

  private Response complete(
      AuthorizationAnswer answer, EntraSettings settings, Endpoints endpoints) {
    AuthorizationNotes notes =
        new AuthorizationNotes(session.getContext().getAuthenticationSession(), config.getAlias());
    Expectation expected = expectation(settings.connection(), endpoints, notes.takeNonce());
    Arrival arrival = new Arrival(settings, endpoints, expected);
    if (settings.connection().flow() == SignInFlow.ID_TOKEN) {
      return trust(answer.credential(), new Secret(""), arrival, NO_SOURCE);
    }
    Secret verifier = new Secret(notes.takeVerifier());
    return proofs(settings.connection(), endpoints)
        .fold(
            client -> received(redeem(client, answer.credential(), verifier, endpoints), arrival),
            problem -> refusals.refuse(Rejection.CREDENTIAL_UNUSABLE, problem));
  }

  /** What an ID token has to say here and now. */
  static Expectation expectation(Connection connection, Endpoints endpoints, String nonce) {
    return new Expectation(
        connection.registration().clientId(),
        nonce,
        connection.policy(),
        endpoints.base(),
        Instant.ofEpochSecond(Time.currentTime()));
  }

  private Parsed<ClientProofs> proofs(Connection connection, Endpoints endpoints) {
    return config
        .clientAuthentication(session)
        .proofs(connection.registration(), endpoints.token(), refusals::note);
  }

  private Response received(TokenAnswer token, Arrival arrival) {
    if (token instanceof TokenAnswer.Tokens tokens) {
      GroupSource groups =
          GroupSources.of(provider, tokens, arrival.settings(), arrival.endpoints());
      return trust(tokens.idToken(), tokens.refreshToken(), arrival, groups);
    }
    if (token instanceof TokenAnswer.Refused refused) {
      return new MicrosoftsRefusal(provider, callback, refusals).atRedemption(refused.error());
    }
    return refusals.refuse(
        token instanceof TokenAnswer.Unreachable
            ? Rejection.TOKEN_ENDPOINT_UNREACHABLE
            : Rejection.TOKEN_ENDPOINT_NONSENSE);
  }

  private TokenAnswer redeem(
      ClientProofs client, String code, Secret verifier, Endpoints endpoints) {
    KeycloakContext context = session.getContext();
    URI base = context.getUri().getBaseUri();
    URI redirectUri =
        Urls.identityProviderAuthnResponse(base, config.getAlias(), context.getRealm().getName());
    return new TokenEndpoint(provider.upstream(), endpoints.token(), client)
        .redeem(new Secret(code), verifier, redirectUri.toString());
  }

  private Response trust(String idToken, Secret refreshToken, Arrival arrival, GroupSource groups) {
    KeySource keys = provider.publishedKeys(arrival.endpoints(), arrival.expected().clientId());
    SignInReading reading =
        provider.read(idToken, arrival.expected(), arrival.settings().people().rules(), keys);
    if (reading instanceof SignInReading.Refused refused) {
      return refusals.refuse(refused.rejection());
    }
    new TokenForLater(provider, arrival.settings(), refusals)
        .leave(
            refreshToken,
            ((SignInReading.Accepted) reading).user().key(),
            arrival.expected().nonce());
    return new PersonArrival(provider, arrival.settings(), callback, refusals)
        .receive((SignInReading.Accepted) reading, groups);
  }

  private record Arrival(EntraSettings settings, Endpoints endpoints, Expectation expected) {}
}
