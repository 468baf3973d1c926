package io.entrabroker.keycloak.teams;

import io.entrabroker.groups.RolePlan;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The catalog's roles: the realm's roles of the same names. */
public final class RealmRoles {

  private final KeycloakSession session;
  private final RealmModel realm;

  /** The roles of the session's realm. */
  public RealmRoles(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /** The names of the roles that somebody has been given directly. */
  public Set<String> of(UserModel user) {
    Set<String> names = new TreeSet<>();
    user.getRealmRoleMappingsStream().map(RoleModel::getName).forEach(names::add);
    return names;
  }

  /** Gives and takes roles. One that does not exist is created, without any right in Keycloak. */
  public void carryOut(RolePlan plan, UserModel user) {
    plan.grant().forEach(name -> user.grantRole(role(name)));
    for (String name : plan.revoke()) {
      RoleModel role = realm.getRole(name);
      if (role != null) {
        user.deleteRoleMapping(role);
      }
    }
  }

  private RoleModel role(String name) {
    if (realm.getRole(name) == null) {
      new Creation(session).make(own -> createIn(own, name));
    }
    return realm.getRole(name);
  }

  private static void createIn(RealmModel realm, String name) {
    if (realm.getRole(name) == null) {
      realm.addRole(name);
    }
  }
}
