package io.entrabroker.keycloak.doctor;

import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.doctor.CatalogVersions;
import io.entrabroker.doctor.PeopleState;
import io.entrabroker.doctor.PeopleState.Admins;
import io.entrabroker.doctor.SetUp;
import io.entrabroker.keycloak.catalog.CatalogOfRealm;
import io.entrabroker.keycloak.idp.EntraIdentityProviderFactory;
import io.entrabroker.keycloak.idp.Examination;
import io.entrabroker.keycloak.idp.StoredSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.Config;
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

  private final KeycloakSession session;
  private final RealmModel realm;
  private final boolean ofTheServer;

  /**
   * @param realm the session's realm
   * @param asker whoever asks
   */
  public Doctor(KeycloakSession session, RealmModel realm, AdminAuth asker) {
    this.session = session;
    this.realm = realm;
    this.ofTheServer = isOfTheServer(asker);
  }

  // Whoever administers less must not learn how to become more. Other realms may have a role of
  // this name, and somebody of master may have rights over one
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
        people(providers),
        versions(providers));
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

  private List<String> otherTrusted(List<ClientModel> catalogs) {
    Set<String> own = catalogs.stream().map(ClientModel::getClientId).collect(Collectors.toSet());
    return new RealmQueries(session, realm)
            .clients(
                List.of(
                    OIDCConfigAttributes.ID_TOKEN_SIGNED_RESPONSE_ALG,
                    OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
                    OIDCConfigAttributes.USER_INFO_RESPONSE_SIGNATURE_ALG),
                Algorithm.RS256)
            .stream()
            .filter(id -> !own.contains(id))
            .sorted()
            .toList();
  }

  // Of one whose settings are not valid nobody knows, and so of the realm.
  private CatalogVersions versions(List<IdentityProviderModel> providers) {
    List<Optional<CatalogVersion>> all =
        providers.stream()
            .filter(provider -> isOurs(provider) && provider.isEnabled())
            .map(provider -> StoredSettings.of(session, provider))
            .map(read -> read.map(settings -> settings.people().identity().naming().version()))
            .toList();
    return new CatalogVersions(
        all.stream().allMatch(Optional::isPresent)
            ? all.stream().flatMap(Optional::stream).collect(Collectors.toSet())
            : Set.of());
  }

  private PeopleState people(List<IdentityProviderModel> providers) {
    List<ReservedNames> reserved =
        providers.stream()
            .filter(Doctor::isOurs)
            .flatMap(provider -> StoredSettings.of(session, provider).stream())
            .map(settings -> settings.people().identity().naming().reserved())
            .distinct()
            .toList();
    return new PeopleLook(
            session, realm, reserved.isEmpty() ? List.of(ReservedNames.standard()) : reserved)
        .state(ofTheServer ? new AdminsLook(session).state() : Admins.UNSEEN);
  }
}
