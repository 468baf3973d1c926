package io.entrabroker.keycloak.logout;

import io.entrabroker.keycloak.logout.Trip.Destination;
import io.entrabroker.logout.SignOutGuard;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/** Where browsers may go when they come back: only where the application has it registered now. */
public final class Destinations {

  private final KeycloakSession session;
  private final Set<SignOutGuard> guards;

  public Destinations(KeycloakSession session, Set<SignOutGuard> guards) {
    this.session = session;
    this.guards = guards;
  }

  /** The address, unless nobody is waiting or the application has changed in the meantime. */
  public Optional<URI> address(Destination destination) {
    if (!guards.contains(SignOutGuard.DESTINATION)) {
      return Optional.of(URI.create(destination.address()));
    }
    ClientModel client =
        session.getContext().getRealm().getClientByClientId(destination.clientId());
    return client != null && client.isEnabled() && isRegistered(client, destination.registered())
        ? Optional.of(URI.create(destination.address()))
        : Optional.empty();
  }

  private boolean isRegistered(ClientModel client, String address) {
    List<String> registered =
        Objects.requireNonNullElse(
            OIDCAdvancedConfigWrapper.fromClientModel(client).getPostLogoutRedirectUris(),
            List.of());
    return !address.isEmpty()
        && RedirectUtils.verifyRedirectUri(
                session, client.getRootUrl(), address, new HashSet<>(registered), true)
            != null;
  }
}
