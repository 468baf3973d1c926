package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.keycloak.refresh.Keeping;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.token.ClientProofs;
import io.entrabroker.keycloak.token.TokenAnswer;
import io.entrabroker.keycloak.token.TokenEndpoint;
import io.entrabroker.refresh.RefreshSchedule;
import io.entrabroker.refresh.Refusal;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.RefreshedReader;
import io.entrabroker.signin.Rejection;
import io.entrabroker.signin.SignInReading;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.user.IdentityKey;
import java.util.Optional;
import java.util.Set;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.IdentityBrokerService;

/** Compares sessions that came of one identity provider with Entra. */
public final class Renewal {

  private static final Set<Rejection> ABOUT_THE_PERSON =
      Set.of(Rejection.GUEST, Rejection.PERSONAL_ACCOUNT, Rejection.APPLICATION);

  private final EntraIdentityProvider provider;
  private final EntraSettings settings;
  private final Endpoints endpoints;

  private Renewal(EntraIdentityProvider provider, EntraSettings settings, Endpoints endpoints) {
    this.provider = provider;
    this.settings = settings;
    this.endpoints = endpoints;
  }

  /** For an alias in the session's realm; empty while the provider's settings are not valid. */
  public static Optional<Renewal> of(KeycloakSession session, String alias) {
    try {
      return IdentityBrokerService.getIdentityProvider(session, alias)
              instanceof EntraIdentityProvider provider
          ? of(session, provider)
          : Optional.empty();
    } catch (IdentityBrokerException e) {
      // Keycloak's way to say that there is no such provider.
      return Optional.empty();
    }
  }

  private static Optional<Renewal> of(KeycloakSession session, EntraIdentityProvider provider) {
    return provider
        .entraConfig()
        .readingWithSecret(session)
        .settings()
        .flatMap(
            settings ->
                settings
                    .connection()
                    .endpoints()
                    .map(endpoints -> new Renewal(provider, settings, endpoints)));
  }

  /** The schedule; empty if sessions are not to be refreshed any more. */
  public Optional<RefreshSchedule> schedule() {
    return settings.refresh().schedule();
  }

  /** Whether a token was given to the application that is configured now, in its tenant. */
  public boolean isFor(Keeping keeping) {
    return settings.connection().registration().clientId().equals(keeping.clientId());
  }

  /** What has to be found out about groups; looks into the database. */
  public GroupNeeds needs() {
    return PersonEntitlements.needs(provider.session(), settings);
  }

  /** Asks Entra, and Microsoft Graph if need be; looks into no database. */
  public Renewed ask(Secret token, Keeping keeping, GroupNeeds needs) {
    return proofs()
        .fold(
            client -> {
              TokenEndpoint endpoint =
                  new TokenEndpoint(provider.upstream(), endpoints.token(), client);
              return read(endpoint.refresh(token, settings.scopes()), keeping, needs);
            },
            problem -> new Renewed.NotAnswered(problem, ""));
  }

  private Parsed<ClientProofs> proofs() {
    KeycloakSession session = provider.session();
    return provider
        .entraConfig()
        .clientAuthentication(session)
        .proofs(
            settings.connection().registration(),
            endpoints.token(),
            (Finding finding, String detail) -> Findings.note(session, finding, detail));
  }

  private Renewed read(TokenAnswer answer, Keeping keeping, GroupNeeds needs) {
    if (answer instanceof TokenAnswer.Tokens tokens) {
      return trust(tokens, keeping, needs);
    }
    if (answer instanceof TokenAnswer.Refused refused) {
      return new Renewed.Refused(
          new Refusal(refused.status(), refused.error()), refused.retryAfter());
    }
    return answer instanceof TokenAnswer.Unreachable unreachable
        ? new Renewed.NotAnswered("The token endpoint did not answer.", unreachable.retryAfter())
        : new Renewed.NotAnswered("The token endpoint answered without an ID token.", "");
  }

  private Renewed trust(TokenAnswer.Tokens tokens, Keeping keeping, GroupNeeds needs) {
    Optional<IdentityKey> owner = IdentityKey.parse(keeping.owner());
    if (owner.isEmpty()) {
      return new Renewed.NotTrusted(Rejection.REFRESHED_SOMEBODY_ELSE);
    }
    SignInReading reading =
        new RefreshedReader(
                provider.publishedKeys(endpoints, settings.connection().registration().clientId()),
                provider.guards())
            .read(
                tokens.idToken(),
                SignInCompletion.expectation(settings.connection(), endpoints, keeping.nonce()),
                settings.people().rules(),
                owner.get());
    if (reading instanceof SignInReading.Refused refused) {
      return ABOUT_THE_PERSON.contains(refused.rejection())
          ? new Renewed.NotAdmitted(refused.rejection())
          : new Renewed.NotTrusted(refused.rejection());
    }
    return admit((SignInReading.Accepted) reading, tokens, needs);
  }

  private Renewed admit(
      SignInReading.Accepted accepted, TokenAnswer.Tokens tokens, GroupNeeds needs) {
    Entitlements entitlements =
        PersonEntitlements.of(
            accepted.claims(),
            GroupSources.of(provider, tokens, settings, endpoints),
            settings.groups(),
            needs);
    // Unknown groups keep a session, whatever they mean for a sign-in.
    return entitlements
        .objection(settings.groups(), settings.whenUnknown())
        .filter(Rejection.NOT_ADMITTED::equals)
        .<Renewed>map(Renewed.NotAdmitted::new)
        .orElseGet(() -> new Renewed.Current(tokens.refreshToken(), accepted.user(), entitlements));
  }
}
