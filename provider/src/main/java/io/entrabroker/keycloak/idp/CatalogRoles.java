package io.entrabroker.keycloak.idp;

import io.entrabroker.settings.EntraSettings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/**
 * The realm roles that reach the catalog. The realm belongs to one catalog: its realm roles are the
 * catalog's, but for Keycloak's own.
 */
public final class CatalogRoles {

  private CatalogRoles() {}

  /** Those of a local user: all are an administrator's decision. */
  public static List<String> ofLocalUser(KeycloakSession session, UserModel user) {
    RealmModel realm = session.getContext().getRealm();
    Set<String> keycloaksOwn =
        Set.of(
            Constants.OFFLINE_ACCESS_ROLE, "uma_authorization", realm.getDefaultRole().getName());
    Set<String> names = new TreeSet<>();
    RoleUtils.getDeepUserRoleMappings(user).stream()
        .filter(role -> !role.isClientRole())
        .map(RoleModel::getName)
        .filter(name -> !keycloaksOwn.contains(name))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /**
   * Those of somebody from Entra: the roles that a map names and those given to them directly, by a
   * mapper or by hand. What comes along with another role or a group does not reach the catalog.
   *
   * @param settings those of the providers that the person is linked with
   */
  public static List<String> ofPerson(
      KeycloakSession session, UserModel user, Collection<EntraSettings> settings) {
    Set<String> named = new TreeSet<>();
    user.getRealmRoleMappingsStream().map(RoleModel::getName).forEach(named::add);
    settings.forEach(each -> named.addAll(each.groups().roles().roles()));
    return ofLocalUser(session, user).stream().filter(named::contains).toList();
  }
}
