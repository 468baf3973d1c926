package io.entrabroker.keycloak.idp;

import io.entrabroker.settings.EntraSettings;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.user.PreviousProvider;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Looks up the provider whose links are taken over. */
final class PreviousProviders {

  private PreviousProviders() {}

  static PreviousProvider of(KeycloakSession session, EntraSettings settings, LoginHosts hosts) {
    String alias = settings.people().previousAlias();
    if (alias.isEmpty()) {
      return PreviousProvider.none();
    }
    IdentityProviderModel stored = session.identityProviders().getByAlias(alias);
    return stored == null
        ? new PreviousProvider(alias, PreviousProvider.LinksBy.NOTHING)
        : new PreviousProvider(alias, linksOf(stored, settings, hosts));
  }

  /** What is wrong with a Previous alias on save. One that names nobody yet may still come. */
  static Optional<String> objection(
      KeycloakSession session, EntraSettings settings, LoginHosts hosts) {
    PreviousProvider previous = of(session, settings, hosts);
    boolean exists = session.identityProviders().getByAlias(previous.alias()) != null;
    return exists && previous.isUnusable()
        ? Optional.of(
            "Previous alias names an identity provider whose links do not say who somebody is in"
                + " Entra. Write the alias of a provider of type microsoft, or of one of type oidc"
                + " with this client id at Microsoft's login host; or leave it empty.")
        : Optional.empty();
  }

  private static PreviousProvider.LinksBy linksOf(
      IdentityProviderModel stored, EntraSettings settings, LoginHosts hosts) {
    OIDCIdentityProviderConfig previous = new OIDCIdentityProviderConfig(stored);
    return PreviousProvider.linksOf(
        stored.getProviderId(),
        Objects.requireNonNullElse(previous.getClientId(), ""),
        Objects.requireNonNullElse(previous.getTokenUrl(), ""),
        settings.connection().registration().clientId(),
        hosts::serve);
  }
}
