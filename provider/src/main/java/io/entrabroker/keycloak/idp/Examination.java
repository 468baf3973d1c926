package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.doctor.EntraState;
import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.doctor.ProviderState;
import io.entrabroker.doctor.ProviderState.Trait;
import io.entrabroker.doctor.Traits;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsProblem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.broker.provider.IdentityProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** One identity provider as the doctor finds it, and Microsoft Entra ID behind it. */
public final class Examination {

  private final KeycloakSession session;
  private final EntraProviderConfig config;
  private final NodeWide node;

  private Examination(KeycloakSession session, EntraProviderConfig config, NodeWide node) {
    this.session = session;
    this.config = config;
    this.node = node;
  }

  /** Of one identity provider of the session's realm; empty if it is of another type. */
  public static Optional<Examination> of(KeycloakSession session, IdentityProviderModel model) {
    ProviderFactory<?> registered =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(IdentityProvider.class, EntraIdentityProviderFactory.ID);
    return registered instanceof EntraIdentityProviderFactory factory
        ? Optional.of(factory.examine(session, model))
        : Optional.empty();
  }

  static Examination of(KeycloakSession session, EntraProviderConfig config, NodeWide node) {
    return new Examination(session, config, node);
  }

  /** The identity provider. Nobody outside is asked. */
  public ProviderState provider() {
    List<String> ends = new ArrayList<>();
    Optional<String> credential =
        config
            .readingWithSecret(session)
            .settings()
            .flatMap(
                settings ->
                    config
                        .clientAuthentication(session)
                        .objection(
                            settings.connection().registration(),
                            session.getContext().getRealm(),
                            (finding, detail) -> {
                              if (finding == Finding.CERTIFICATE_ENDS) {
                                ends.add(detail);
                              }
                            }));
    return new ProviderState(
        config.getAlias(),
        traits(),
        config.readingWithSecret(session).problems().stream().map(SettingsProblem::text).toList(),
        new MappersLook(session, config.getAlias()).state(),
        credential.orElse(""),
        String.join(" ", ends));
  }

  /** Microsoft Entra ID, asked now; empty where the settings do not say where it is. */
  public Optional<EntraState> entra() {
    return config
        .readingWithSecret(session)
        .settings()
        .filter(settings -> config.isEnabled())
        .map(this::probed);
  }

  private EntraState probed(EntraSettings settings) {
    Upstream upstream = Upstream.over(session, node.callTimeout());
    Probes probes = new Probes(upstream, settings.connection(), config.loginHosts());
    AppRegistration registration = settings.connection().registration();
    Probe metadata = probes.metadata();
    boolean reachable = metadata instanceof Probe.Fine;
    CredentialProbe credential =
        reachable && registration instanceof AppRegistration.WebApplication
            ? probes.credential(
                config.clientAuthentication(session),
                (finding, detail) -> Findings.note(session, finding, detail))
            : CredentialProbe.NOT_ASKED;
    return new EntraState(
        config.getAlias(),
        metadata,
        reachable ? probes.keys() : new Probe.NotAsked(),
        probes.clockSkewSeconds(),
        credential.outcome(),
        reachable && settings.asksGraph() ? probes.graph() : new Probe.NotAsked(),
        reachable
            ? new SignInProbe(upstream, settings.connection(), redirectUri()).ask()
            : new Probe.NotAsked(),
        credential.permissions(),
        needs(settings));
  }

  private URI redirectUri() {
    KeycloakContext context = session.getContext();
    return Urls.identityProviderAuthnResponse(
        context.getUri(UrlType.FRONTEND).getBaseUri(),
        config.getAlias(),
        context.getRealm().getName());
  }

  // https://learn.microsoft.com/entra/identity-platform/optional-claims
  private static List<String> needs(EntraSettings settings) {
    List<String> needs = new ArrayList<>();
    if (!GroupNeeds.of(settings.groups(), ExistingGroups.none()).isEmpty()) {
      needs.add("the claim groups");
    }
    if (settings.people().rules().mailDomains().owners().isEmpty()) {
      needs.add("the claim " + ClaimName.EMAIL_DOMAIN_OWNER_VERIFIED);
    }
    if (settings.asksGraph()) {
      needs.add("consent to " + String.join(" ", settings.scopes()));
    }
    return needs;
  }

  private Set<Trait> traits() {
    Optional<EntraSettings> settings = config.reading().settings();
    return Traits.of(
        Map.of(
            Trait.ENABLED, config.isEnabled(),
            Trait.IN_AN_ORGANISATION, config.getOrganizationId() != null,
            Trait.HIDDEN, Boolean.TRUE.equals(config.isHideOnLogin()),
            Trait.GATED,
                settings
                    .filter(s -> !(s.groups().gate() instanceof AccessGate.Everyone))
                    .isPresent(),
            Trait.LINK_ONLY, Boolean.TRUE.equals(config.isLinkOnly()),
            Trait.OUR_FIRST_SIGN_IN_FLOW, FirstSignInFlow.isSafe(session, config),
            Trait.SYNC_FORCED, config.getSyncMode() == IdentityProviderSyncMode.FORCE,
            Trait.HAS_MAIL_DOMAINS,
                settings
                    .filter(s -> !s.people().rules().mailDomains().owners().isEmpty())
                    .isPresent(),
            Trait.FOLLOWS_SESSIONS,
                settings.filter(s -> s.refresh().schedule().isPresent()).isPresent()));
  }
}
