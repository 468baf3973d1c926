package io.entrabroker.keycloak.catalog;

import io.entrabroker.catalog.config.CatalogClient;
import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.catalog.config.RealmAddress;
import io.entrabroker.catalog.config.RealmFacts;
import io.entrabroker.catalog.config.RealmFacts.RegisteredClient;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.keycloak.idp.EntraIdentityProviderFactory;
import io.entrabroker.keycloak.idp.StoredSettings;
import io.entrabroker.settings.EntraSettings;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** What a realm says of its catalog. */
public final class CatalogOfRealm {

  /** Client id of the catalog whose server signs people in. */
  public static final String CONFIDENTIAL_CLIENT = "openmetadata-web";

  /** Client id of the catalog that signs people in from the browser. */
  public static final String PUBLIC_CLIENT = "openmetadata-spa";

  private final KeycloakSession session;
  private final RealmModel realm;

  /** The session's realm, whose people use this catalog. */
  public CatalogOfRealm(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** The catalog's clients, as far as the realm has them. */
  public Stream<ClientModel> clients() {
    return Stream.of(CONFIDENTIAL_CLIENT, PUBLIC_CLIENT)
        .map(realm::getClientByClientId)
        .filter(Objects::nonNull);
  }

  /** Everything but the clients' secrets. */
  public RealmFacts facts() {
    return facts(client -> new ClientSecret.Withheld());
  }

  /** Everything. */
  public RealmFacts factsWithSecrets() {
    return facts(CatalogOfRealm::secret);
  }

  private RealmFacts facts(Function<ClientModel, ClientSecret> secret) {
    Optional<EntraSettings> settings = settings();
    return new RealmFacts(
        new RealmAddress(issuer(), realm.getSsoSessionMaxLifespan()),
        clients().map(client -> registered(client, secret.apply(client))).toList(),
        settings
            .map(found -> found.people().identity().naming().version())
            .map(CatalogRelease::firstOf),
        settings
            .map(found -> List.copyOf(found.people().rules().mailDomains().owners().keySet()))
            .orElse(List.of()));
  }

  private URI issuer() {
    URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
    return URI.create(Urls.realmIssuer(base, realm.getName()));
  }

  private static RegisteredClient registered(ClientModel client, ClientSecret secret) {
    CatalogClient known =
        client.isPublicClient()
            ? new CatalogClient.Public(client.getClientId())
            : new CatalogClient.Confidential(client.getClientId(), secret);
    return new RegisteredClient(
        known, client.isEnabled(), Objects.requireNonNullElse(client.getRootUrl(), ""));
  }

  private static ClientSecret secret(ClientModel client) {
    return Optional.ofNullable(client.getSecret())
        .filter(text -> !text.isBlank())
        .<ClientSecret>map(text -> new ClientSecret.Known(new Secret(text)))
        .orElseGet(ClientSecret.Withheld::new);
  }

  /** Those of the realm's first Entra provider that has valid ones. */
  private Optional<EntraSettings> settings() {
    return session
        .identityProviders()
        .getAllStream()
        .filter(provider -> EntraIdentityProviderFactory.ID.equals(provider.getProviderId()))
        .flatMap(provider -> StoredSettings.of(session, provider).stream())
        .findFirst();
  }
}
