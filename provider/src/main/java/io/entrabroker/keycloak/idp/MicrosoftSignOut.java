package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.logout.Detour;
import io.entrabroker.keycloak.logout.Trip;
import io.entrabroker.keycloak.logout.Trip.Destination;
import io.entrabroker.logout.UpstreamSession;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.broker.provider.IdentityProvider;
import org.keycloak.broker.provider.IdentityProviderFactory;
import org.keycloak.events.Details;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.provider.ProviderFactory;

/**
 * Microsoft's sign-out for whoever asks for it, whatever the provider's settings say of sign-outs
 * that applications ask for: by the provider of the person's session, or else by the first of the
 * realm.
 */
public final class MicrosoftSignOut {

  private final KeycloakSession session;

  public MicrosoftSignOut(KeycloakSession session) {
    this.session = session;
  }

  /** Whether there is a provider by which to go. */
  public boolean isPossible(Optional<UserSessionModel> ours) {
    return door(ours).isPresent();
  }

  /** The address at which a browser leaves; empty if there is no provider by which to go. */
  public Optional<URI> after(Optional<UserSessionModel> ours) {
    return door(ours)
        .map(
            door ->
                new Detour(session, door.alias())
                    .begin(new Trip(door.alias(), door.upstream(), Destination.none())));
  }

  private Optional<Door> door(Optional<UserSessionModel> ours) {
    return ours.flatMap(this::ownDoor).or(this::anyDoor);
  }

  private Optional<Door> ownDoor(UserSessionModel ours) {
    return Optional.ofNullable(ours.getNote(Details.IDENTITY_PROVIDER))
        .map(alias -> session.identityProviders().getByAlias(alias))
        .flatMap(this::config)
        .flatMap(
            config ->
                new UpstreamSignOut(session, config)
                    .upstream(ours)
                    .map(upstream -> new Door(config.getAlias(), upstream)));
  }

  private Optional<Door> anyDoor() {
    return session
        .identityProviders()
        .getAllStream()
        .filter(model -> EntraIdentityProviderFactory.ID.equals(model.getProviderId()))
        .sorted(Comparator.comparing(IdentityProviderModel::getAlias))
        .flatMap(model -> config(model).stream())
        .flatMap(config -> door(config).stream())
        .findFirst();
  }

  private static Optional<Door> door(EntraProviderConfig config) {
    return config
        .endpoints()
        .map(known -> new Door(config.getAlias(), new UpstreamSession(known.segment(), "")));
  }

  // Keycloak serves no address of a disabled provider.
  private Optional<EntraProviderConfig> config(IdentityProviderModel model) {
    ProviderFactory<?> factory =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(IdentityProvider.class, model.getProviderId());
    if (!model.isEnabled() || !(factory instanceof IdentityProviderFactory<?> ours)) {
      return Optional.empty();
    }
    return ours.create(session, model) instanceof EntraIdentityProvider provider
            && provider.entraConfig().reading().settings().isPresent()
        ? Optional.of(provider.entraConfig())
        : Optional.empty();
  }

  private record Door(String alias, UpstreamSession upstream) {}
}
