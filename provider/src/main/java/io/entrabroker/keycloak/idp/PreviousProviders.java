package io.entrabroker.keycloak.idp;

import io.entrabroker.settings.EntraSettings;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.user.PreviousProvider;
import java.util.Objects;
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
        ? PreviousProvider.none()
        : new PreviousProvider(alias, linksOf(stored, settings, hosts));
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
