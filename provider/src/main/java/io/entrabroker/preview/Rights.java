package io.entrabroker.preview;

import io.entrabroker.catalog.BaseRole;
import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.MembershipPlan;
import io.entrabroker.groups.NamedGroupPlan;
import io.entrabroker.groups.RolePlan;
import io.entrabroker.signin.Entitlements;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Roles and teams that somebody would have after the sign-in.
 *
 * @param roles names of roles, the base role included
 * @param teams names of teams
 * @param refusedNames groups that would get no team of their name, and why
 */
public record Rights(
    List<String> roles, List<String> teams, Map<GroupId, NamedGroupPlan.Refusal> refusedNames) {

  public Rights {
    roles = List.copyOf(roles);
    teams = List.copyOf(teams);
    refusedNames = Map.copyOf(refusedNames);
  }

  /** Which of the provider's mappers bring somebody in line at this sign-in. */
  public enum Mapper {
    GROUPS,
    ROLES
  }

  /**
   * What somebody has before.
   *
   * @param tokenRoles names of the roles that reach the catalog
   * @param directRoles names of the roles given to them directly
   * @param granted those that an earlier sign-in gave
   * @param teams names of the teams that they are in
   * @param joined those that an earlier sign-in joined
   */
  public record Before(
      Set<String> tokenRoles,
      Set<String> directRoles,
      Set<String> granted,
      Set<String> teams,
      Set<String> joined) {

    public Before {
      tokenRoles = Set.copyOf(tokenRoles);
      directRoles = Set.copyOf(directRoles);
      granted = Set.copyOf(granted);
      teams = Set.copyOf(teams);
      joined = Set.copyOf(joined);
    }

    /** Somebody who is in these teams only: those that every new user is put in. */
    public static Before newcomer(Set<String> defaultTeams) {
      return new Before(Set.of(), Set.of(), Set.of(), defaultTeams, Set.of());
    }
  }

  /**
   * Works them out as the mappers do, and changes nothing.
   *
   * @param mappers which of them act
   * @param existing the groups that the realm has
   * @param base the role that everybody has
   */
  public static Rights after(
      Before before,
      Entitlements entitlements,
      GroupPolicy policy,
      Set<Mapper> mappers,
      ExistingGroups existing,
      BaseRole base) {
    RolePlan roles =
        mappers.contains(Mapper.ROLES)
            ? RolePlan.between(
                before.directRoles(),
                before.granted(),
                entitlements.appRoles(),
                entitlements.membership(),
                policy.roles())
            : RolePlan.nothing();
    NamedGroupPlan named = named(entitlements, policy, mappers, existing);
    MembershipPlan teams =
        mappers.contains(Mapper.GROUPS)
            ? MembershipPlan.between(
                before.teams(),
                before.joined(),
                entitlements.membership(),
                policy.bindings(),
                named)
            : MembershipPlan.nothing();
    return new Rights(
        base.with(changed(before.tokenRoles(), roles.grant(), roles.revoke())),
        List.copyOf(changed(before.teams(), teams.join(), teams.leave())),
        named.refused());
  }

  private static NamedGroupPlan named(
      Entitlements entitlements, GroupPolicy policy, Set<Mapper> mappers, ExistingGroups existing) {
    return mappers.contains(Mapper.GROUPS)
            && entitlements.membership() instanceof GroupMembership.Known known
        ? NamedGroupPlan.of(known, policy.named(), policy.bindings(), existing)
        : NamedGroupPlan.nothing();
  }

  private static Set<String> changed(Set<String> before, Set<String> more, Set<String> less) {
    Set<String> after = new TreeSet<>(before);
    after.addAll(more);
    after.removeAll(less);
    return after;
  }
}
