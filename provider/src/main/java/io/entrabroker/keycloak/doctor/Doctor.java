package io.entrabroker.keycloak.doctor;

import io.entrabroker.doctor.SetUp;
import io.entrabroker.keycloak.catalog.CatalogOfRealm;
import io.entrabroker.keycloak.doctor.PeopleLook.Asker;
import io.entrabroker.keycloak.idp.EntraIdentityProviderFactory;
import io.entrabroker.keycloak.idp.Examination;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.services.resources.admin.AdminAuth;

/** Looks over a realm and what stands behind it. */
public final class Doctor {

  // Nobody reads on.
  private static final int MOST_CLIENTS_NAMED = 20;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Asker asker;

  /**
   * @param realm the session's realm
   * @param asker whoever asks
   */
  public Doctor(KeycloakSession session, RealmModel realm, AdminAuth asker) {
    this.session = session;
    this.realm = realm;
    this.asker = isOfTheServer(asker) ? Asker.OF_THE_SERVER : Asker.OF_THE_REALM;
  }

  // Other realms may have a role of this name, and somebody of master may have rights over one
  // realm only.
  private static boolean isOfTheServer(AdminAuth asker) {
    return asker.getRealm().getName().equals(Config.getAdminRealm())
        && asker.hasRealmRole(AdminRoles.ADMIN);
  }

  /** The whole set-up. Asks Microsoft, too: some seconds where nobody answers. */
  public SetUp look() {
    List<IdentityProviderModel> providers = session.identityProviders().getAllStream().toList();
    List<Examination> ours =
        providers.stream()
            .filter(Doctor::isOurs)
            .flatMap(provider -> Examination.of(session, provider).stream())
            .toList();
    List<ClientModel> clients = new CatalogOfRealm(session, realm).clients().toList();
    return new SetUp(
        new RealmLook(session, realm).state(framing(clients)),
        ours.stream().map(Examination::provider).toList(),
        providers.stream()
            .filter(provider -> !isOurs(provider) && provider.isEnabled())
            .map(IdentityProviderModel::getAlias)
            .sorted()
            .toList(),
        ours.stream().flatMap(examination -> examination.entra().stream()).toList(),
        clients.stream().map(client -> new ClientLook(realm, client).state()).toList(),
        otherTrusted(clients),
        new PeopleLook(session, realm, asker).state());
  }

  private static boolean isOurs(IdentityProviderModel provider) {
    return EntraIdentityProviderFactory.ID.equals(provider.getProviderId());
  }

  // Only the browser's client renews in a frame.
  private String framing(List<ClientModel> clients) {
    return clients.stream()
        .filter(client -> client.isEnabled() && client.isPublicClient())
        .map(client -> new ClientLook(realm, client).addresses().origin())
        .findFirst()
        .orElse("");
  }

  // One question to the database, however many clients there are. Keycloak's own search takes a few
  // attributes only.
  private List<String> otherTrusted(List<ClientModel> catalogs) {
    Set<String> own = catalogs.stream().map(ClientModel::getClientId).collect(Collectors.toSet());
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(
            "select distinct c.clientId from ClientEntity c join c.attributes a where c.realmId ="
                + " :realm and c.enabled = true and a.name in (:names) and a.value = :algorithm",
            String.class)
        .setParameter("realm", realm.getId())
        .setParameter(
            "names",
            List.of(
                OIDCConfigAttributes.ID_TOKEN_SIGNED_RESPONSE_ALG,
                OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG))
        .setParameter("algorithm", Algorithm.RS256)
        .setMaxResults(MOST_CLIENTS_NAMED)
        .getResultList()
        .stream()
        .filter(id -> !own.contains(id))
        .sorted()
        .toList();
  }
}
