package io.entrabroker.groups;

import io.entrabroker.groups.GroupMembership.Known;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which catalog roles a person is granted and loses at a sign-in. Roles that nothing in Entra gives
 * are left alone.
 *
 * @param grant names of roles
 * @param revoke names of roles
 */
public record RolePlan(Set<String> grant, Set<String> revoke) {

  public RolePlan {
    grant = Collections.unmodifiableSet(new TreeSet<>(grant));
    revoke = Collections.unmodifiableSet(new TreeSet<>(revoke));
  }

  /** Nothing changes. */
  public static RolePlan nothing() {
    return new RolePlan(Set.of(), Set.of());
  }

  /**
   * Compares what is with what should be. App roles stand in the token and are always known; while
   * groups are not, a role that some group gives is not revoked.
   *
   * @param current the names of the roles that the person has
   * @param granted those of them that an earlier sign-in granted: they are taken away even if the
   *     map does not know them any more
   * @param appRoles the app role values in the token
   */
  public static RolePlan between(
      Set<String> current,
      Set<String> granted,
      Set<String> appRoles,
      GroupMembership membership,
      RoleMap map) {
    Set<String> wanted = new TreeSet<>(map.appRoles().rolesOf(appRoles));
    Set<String> revoke = new TreeSet<>(current);
    Set<String> ours = new TreeSet<>(map.roles());
    ours.addAll(granted);
    revoke.retainAll(ours);
    if (membership instanceof Known known) {
      wanted.addAll(map.groupRoles().rolesOf(known.ids()));
    } else {
      revoke.removeAll(map.groupRoles().roles());
    }
    revoke.removeAll(wanted);
    wanted.removeAll(current);
    return new RolePlan(wanted, revoke);
  }
}
