package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.keycloak.preview.PreviewLinks;
import io.entrabroker.preview.PreviewPass;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.keycloak.broker.provider.IdentityProvider;
import org.keycloak.broker.provider.IdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Makes the links of previews. */
public final class PreviewInvitation {

  /** How long a link is good for: seconds. */
  public static final int SECONDS = PreviewPass.LINK_LIFESPAN;

  private final KeycloakSession session;
  private final RealmModel realm;

  /** Links of a realm. */
  public PreviewInvitation(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /**
   * A new link.
   *
   * @param alias the identity provider's alias
   * @return the link, or a sentence about why nobody could sign in
   */
  public Parsed<URI> link(String alias) {
    Optional<EntraIdentityProvider> provider =
        Optional.ofNullable(session.identityProviders().getByAlias(alias)).flatMap(this::entra);
    if (provider.isEmpty()) {
      return Parsed.refused(
          "There is no identity provider of the type Microsoft Entra ID with this alias: write the"
              + " alias of one.");
    }
    EntraProviderConfig config = provider.get().entraConfig();
    if (!config.isInUse()) {
      return Parsed.refused(
          "Nobody signs in with this identity provider: it is disabled, or only for linking"
              + " accounts. Switch Enabled on and Account linking only off.");
    }
    if (config.reading().settings().isEmpty()) {
      return Parsed.refused(
          "The settings of this identity provider are not valid: save it in the administration"
              + " console, where each problem is named.");
    }
    return Parsed.accepted(address(alias, provider.get()));
  }

  private URI address(String alias, EntraIdentityProvider provider) {
    // Administrators may come by another host than everybody else.
    URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
    PreviewLinks links = new PreviewLinks(session, alias, provider.previewGuards());
    return UriBuilder.fromUri(Urls.identityProviderAuthnResponse(base, alias, realm.getName()))
        .path(PreviewLinks.PATH)
        .queryParam(PreviewLinks.PARAMETER, links.ask())
        .build();
  }

  private Optional<EntraIdentityProvider> entra(IdentityProviderModel model) {
    ProviderFactory<?> factory =
        session
            .getKeycloakSessionFactory()
            .getProviderFactory(IdentityProvider.class, model.getProviderId());
    return factory instanceof IdentityProviderFactory<?> known
            && known.create(session, model) instanceof EntraIdentityProvider provider
        ? Optional.of(provider)
        : Optional.empty();
  }
}
