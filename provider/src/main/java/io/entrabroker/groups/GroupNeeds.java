package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import java.util.HashSet;
import java.util.Set;

/**
 * What has to be known about a person's groups for a sign-in. What is not needed is not asked for.
 *
 * @param ids the groups that decide something, known from the configuration
 * @param named which groups become teams under their own name
 * @param bound groups with a binding: these get no team of their own name besides
 * @param owning groups that have a Keycloak group already: their names do not matter any more
 * @param scope which memberships count
 */
public record GroupNeeds(
    Set<GroupId> ids,
    NamedGroups named,
    Set<GroupId> bound,
    Set<GroupId> owning,
    GroupScope scope) {

  public GroupNeeds {
    ids = Set.copyOf(ids);
    bound = Set.copyOf(bound);
    owning = Set.copyOf(owning);
  }

  /** What a policy needs in a realm with these groups. */
  public static GroupNeeds of(GroupPolicy policy, ExistingGroups existing) {
    Set<GroupId> ids = new HashSet<>(policy.bindings().ids());
    ids.addAll(policy.roles().groupRoles().ids());
    ids.addAll(policy.gate().groups());
    ids.addAll(policy.named().listed());
    return new GroupNeeds(
        ids, policy.named(), policy.bindings().ids(), existing.owners(), policy.scope());
  }

  /** Whether no group decides anything. */
  public boolean isEmpty() {
    return ids.isEmpty() && !namesAssignedGroups();
  }

  /** Whether groups become teams because they are assigned to the application. */
  public boolean namesAssignedGroups() {
    return named instanceof NamedGroups.Assigned;
  }

  /** Whether it matters which groups are assigned to the application. */
  public boolean dependOnAssignments() {
    return scope == GroupScope.ASSIGNED || namesAssignedGroups();
  }

  /**
   * The groups of which it matters whether the person is in them.
   *
   * @param assigned the groups assigned to the application; anything if that does not matter
   */
  public Set<GroupId> decisive(Set<GroupId> assigned) {
    Set<GroupId> decisive = new HashSet<>(scope.within(ids, assigned));
    if (namesAssignedGroups()) {
      decisive.addAll(assigned);
    }
    return decisive;
  }

  /**
   * Those of the person's groups that become teams under their own name.
   *
   * @param members the groups that the person is in
   * @param assigned the groups assigned to the application; anything if that does not matter
   */
  public Set<GroupId> namedAmong(Set<GroupId> members, Set<GroupId> assigned) {
    return without(named.among(members, assigned), bound);
  }

  /** Those of the groups that become teams whose names have to be found out. */
  public Set<GroupId> nameless(Set<GroupId> named) {
    return without(named, owning);
  }

  private static Set<GroupId> without(Set<GroupId> ids, Set<GroupId> others) {
    Set<GroupId> rest = new HashSet<>(ids);
    rest.removeAll(others);
    return rest;
  }
}
