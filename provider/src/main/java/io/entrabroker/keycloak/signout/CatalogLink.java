package io.entrabroker.keycloak.signout;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.ResolveRelative;

/** The way back to the catalog: the home page that an administrator gave the realm's client. */
final class CatalogLink {

  private final KeycloakSession session;

  CatalogLink(KeycloakSession session) {
    this.session = session;
  }

  /** The catalog's address; empty if no enabled client of the catalog has a home page. */
  Optional<URI> address() {
    RealmModel realm = session.getContext().getRealm();
    return Stream.of("openmetadata-web", "openmetadata-spa")
        .map(realm::getClientByClientId)
        .filter(Objects::nonNull)
        .filter(ClientModel::isEnabled)
        .flatMap(client -> home(client).stream())
        .findFirst();
  }

  private Optional<URI> home(ClientModel client) {
    String base = client.getBaseUrl();
    if (base == null || base.isBlank()) {
      return Optional.empty();
    }
    try {
      URI home = new URI(ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), base));
      String scheme = Objects.requireNonNullElse(home.getScheme(), "");
      return scheme.equals("https") || scheme.equals("http") ? Optional.of(home) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
