package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.graph.GraphAccess;
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
    Connection connection = settings.get().connection();
    if (answer.arrivedBy() != connection.flow() || answer.credential().isEmpty()) {
      return refusals.refuse(Rejection.ANSWER_INCOMPLETE);
    }
    return connection
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
            settings.connection().registration().clientId(),
            notes.takeNonce(),
            settings.connection().policy(),
            endpoints.base(),
            Instant.ofEpochSecond(Time.currentTime()));
    Arrival arrival = new Arrival(settings, endpoints, expected);
    if (settings.connection().flow() == SignInFlow.ID_TOKEN) {
      return trust(answer.credential(), arrival, GroupSource.silent(Reason.NO_ACCESS_TOKEN));
    }
    Secret verifier = new Secret(notes.takeVerifier());
    return proofs(settings.connection(), endpoints)
        .fold(
            client -> received(redeem(client, answer.credential(), verifier, endpoints), arrival),
            problem -> refusals.refuse(Rejection.CREDENTIAL_UNUSABLE, problem));
  }

  private Parsed<ClientProofs> proofs(Connection connection, Endpoints endpoints) {
    return config
        .clientAuthentication(session)
        .proofs(connection.registration(), endpoints.token(), refusals::note);
  }

  private Response received(TokenAnswer token, Arrival arrival) {
    if (token instanceof TokenAnswer.Tokens tokens) {
      return trust(tokens.idToken(), arrival, graph(tokens, arrival));
    }
    if (token instanceof TokenAnswer.Refused refused) {
      return refusals.refuse(Rejection.TOKEN_ENDPOINT_REFUSED, refused.error());
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

  private Response trust(String idToken, Arrival arrival, GroupSource groups) {
    KeySource keys = provider.publishedKeys(arrival.endpoints(), arrival.expected().clientId());
    SignInReading reading =
        provider.read(idToken, arrival.expected(), arrival.settings().people().rules(), keys);
    if (reading instanceof SignInReading.Refused refused) {
      return refusals.refuse(refused.rejection());
    }
    return new PersonArrival(provider, arrival.settings(), callback, refusals)
        .receive((SignInReading.Accepted) reading, groups);
  }

  private GroupSource graph(TokenAnswer.Tokens tokens, Arrival arrival) {
    if (tokens.accessToken().reveal().isEmpty()) {
      return GroupSource.silent(Reason.NO_ACCESS_TOKEN);
    }
    return new LateGroups(() -> graphGroups(tokens, arrival));
  }

  private GroupSource graphGroups(TokenAnswer.Tokens tokens, Arrival arrival) {
    GraphAccess access =
        new GraphAccess(
            provider.graphOrigin(arrival.endpoints()),
            arrival.expected().clientId(),
            tokens.accessToken(),
            tokens.granted());
    return provider.groups(access);
  }

  private record Arrival(EntraSettings settings, Endpoints endpoints, Expectation expected) {}
}
