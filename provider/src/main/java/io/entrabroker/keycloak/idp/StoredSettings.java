package io.entrabroker.keycloak.idp;

import io.entrabroker.settings.EntraSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.broker.provider.IdentityProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderFactory;

/** The settings of identity providers, for whoever else needs them. */
public final class StoredSettings {

  private StoredSettings() {}

  /** The settings of the Entra providers that somebody is linked with. */
  public static List<EntraSettings> ofPerson(KeycloakSession session, UserModel user) {
    return session
        .users()
        .getFederatedIdentitiesStream(session.getContext().getRealm(), user)
        .map(link -> session.identityProviders().getByAlias(link.getIdentityProvider()))
        .filter(Objects::nonNull)
        .flatMap(provider -> of(session, provider).stream())
        .toList();
  }

  /** What was read from a row, as long as the row says the same. */
  private record Read(Map<String, String> row, Optional<EntraSettings> settings) {}

  // One request writes several tokens, each with the settings of the person's providers.
  private static Optional<EntraSettings> readOnce(
      KeycloakSession session,
      IdentityProviderModel provider,
      EntraIdentityProviderFactory factory) {
    String place = StoredSettings.class.getName() + "." + provider.getInternalId();
    if (session.getAttribute(place) instanceof Read read
        && read.row().equals(provider.getConfig())) {
      return read.settings();
    }
    Read read = new Read(Map.copyOf(provider.getConfig()), factory.settings(provider));
    session.setAttribute(place, read);
    return read.settings();
  }

  /** A provider's settings; empty if they are not valid, or not those of an Entra provider. */
  public static Optional<EntraSettings> of(
      KeycloakSession session, IdentityProviderModel provider) {
    ProviderFactory<?> registered =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(IdentityProvider.class, EntraIdentityProviderFactory.ID);
    return registered instanceof EntraIdentityProviderFactory factory
        ? readOnce(session, provider, factory)
        : Optional.empty();
  }
}
