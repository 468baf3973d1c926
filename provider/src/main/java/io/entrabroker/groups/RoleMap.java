package io.entrabroker.groups;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What gives which roles of the catalog. A role that is not in here reaches nobody.
 *
 * @param appRoles roles by app role value
 * @param groupRoles roles by group
 */
public record RoleMap(AppRoles appRoles, GroupRoles groupRoles) {

  /** Nothing gives a role. */
  public static RoleMap none() {
    return new RoleMap(AppRoles.none(), GroupRoles.none());
  }

  /** Every role that something gives: the only ones that are ever granted or revoked. */
  public Set<String> roles() {
    Set<String> roles = new TreeSet<>(appRoles.roles());
    roles.addAll(groupRoles.roles());
    return Collections.unmodifiableSet(roles);
  }
}
