package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.token.ClientProofs;
import io.entrabroker.keycloak.token.TokenAnswer;
import io.entrabroker.keycloak.token.TokenEndpoint;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Rejection;
import io.entrabroker.tenant.Endpoints;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** Takes an accepted answer up to Microsoft's tokens; what becomes of them, the ending knows. */
final class SignInCompletion {

  private static final GroupSource NO_SOURCE = GroupSource.silent(Reason.NO_ACCESS_TOKEN);

  private final EntraIdentityProvider provider;
  private final EntraProviderConfig config;
  private final KeycloakSession session;
  private final Ending ending;

  SignInCompletion(EntraIdentityProvider provider, Ending ending) {
    this.provider = provider;
    this.config = provider.entraConfig();
    this.session = provider.session();
    this.ending = ending;
  }

  Response complete(AuthorizationAnswer answer) {
    if (isForLinkingOnly() && !AccountLinking.isUnderWay(session)) {
      return ending.refused(Rejection.LINK_ONLY, "");
    }
    SettingsReading reading = config.readingWithSecret(session);
    Optional<EntraSettings> settings = reading.settings();
    if (settings.isEmpty()) {
      return ending.refused(Rejection.SETTINGS_INVALID, reading.problemText());
    }
    Connection connection = settings.get().connection();
    if (answer.arrivedBy() != connection.flow() || answer.credential().isEmpty()) {
      return ending.refused(Rejection.ANSWER_INCOMPLETE, "");
    }
    return connection
        .endpoints()
        .map(endpoints -> complete(answer, settings.get(), endpoints))
        .orElseGet(() -> ending.refused(Rejection.TENANT_UNRESOLVED, ""));
  }

  // Keycloak gives no answer at all where nobody has ever set it.
  private boolean isForLinkingOnly() {
    return Boolean.TRUE.equals(config.isLinkOnly());
  }

  private Response complete(
      AuthorizationAnswer answer, EntraSettings settings, Endpoints endpoints) {
    Expectation expected = expectation(settings.connection(), endpoints, ending.takeNonce());
    if (settings.connection().flow() == SignInFlow.ID_TOKEN) {
      return ending.received(
          received(settings, expected, answer.credential(), new Secret("")), NO_SOURCE);
    }
    Secret verifier = new Secret(ending.takeVerifier());
    return proofs(settings.connection(), endpoints)
        .fold(
            client ->
                redeemed(
                    redeem(client, answer.credential(), verifier, endpoints),
                    settings,
                    endpoints,
                    expected),
            problem -> ending.refused(Rejection.CREDENTIAL_UNUSABLE, problem));
  }

  private Ending.Received received(
      EntraSettings settings, Expectation expected, String idToken, Secret refreshToken) {
    return new Ending.Received(settings, expected, idToken, refreshToken);
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
        .proofs(connection.registration(), endpoints.token(), ending::note);
  }

  private Response redeemed(
      TokenAnswer token, EntraSettings settings, Endpoints endpoints, Expectation expected) {
    if (token instanceof TokenAnswer.Tokens tokens) {
      return ending.received(
          received(settings, expected, tokens.idToken(), tokens.refreshToken()),
          GroupSources.of(provider, tokens, settings, endpoints));
    }
    if (token instanceof TokenAnswer.Refused refused) {
      return ending.refusedAtRedemption(refused.error());
    }
    return ending.refused(
        token instanceof TokenAnswer.Unreachable
            ? Rejection.TOKEN_ENDPOINT_UNREACHABLE
            : Rejection.TOKEN_ENDPOINT_NONSENSE,
        "");
  }

  private TokenAnswer redeem(
      ClientProofs client, String code, Secret verifier, Endpoints endpoints) {
    return new TokenEndpoint(provider.upstream(), endpoints.token(), client)
        .redeem(new Secret(code), verifier, provider.redirectUri().toString());
  }
}
