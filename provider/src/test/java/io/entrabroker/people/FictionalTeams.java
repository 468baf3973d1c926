package io.entrabroker.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.CatalogLimit;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.catalog.ProviderSync;
import io.entrabroker.claims.GroupId;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.MembershipPlan;
import io.entrabroker.groups.NamedGroupPlan;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.RolePlan;
import io.entrabroker.signin.Entitlements;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The realm's groups and roles: carries out the core's plans. */
final class FictionalTeams {

  private final GroupPolicy policy;
  private final Map<String, GroupId> owned = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  /**
   * The groups of a realm.
   *
   * @param teams names of top-level groups, each with the Entra group it was created for, or ""
   */
  FictionalTeams(GroupPolicy policy, JsonNode teams) {
    this.policy = policy;
    teams
        .properties()
        .forEach(
            team ->
                GroupId.parse(team.getValue().asText())
                    .ifPresentOrElse(
                        id -> owned.put(team.getKey(), id), () -> others.add(team.getKey())));
  }

  ExistingGroups existing() {
    return policy.named() instanceof NamedGroups.None
        ? ExistingGroups.none()
        : new ExistingGroups(owned, others);
  }

  record Brought(Set<String> roles, Set<String> teams, Set<Finding> findings) {}

  Brought bring(RealmUser user, Entitlements entitlements, CatalogVersion version) {
    GroupMembership membership = entitlements.membership();
    RolePlan roles =
        RolePlan.between(
            user.roles(), Set.of(), entitlements.appRoles(), membership, policy.roles());
    NamedGroupPlan named =
        membership instanceof GroupMembership.Known known
            ? NamedGroupPlan.of(known, policy.named(), policy.bindings(), existing())
            : NamedGroupPlan.nothing();
    MembershipPlan teams =
        MembershipPlan.between(user.teams(), Set.of(), membership, policy.bindings(), named);
    named.toCreate().forEach((id, name) -> owned.put(name, id));
    return new Brought(
        after(user.roles(), roles.grant(), roles.revoke()),
        after(user.teams(), teams.join(), teams.leave()),
        findings(roles, teams, named, version.limits(ClientKind.CONFIDENTIAL)));
  }

  private static Set<String> after(Set<String> before, Set<String> added, Set<String> removed) {
    Set<String> after = new HashSet<>(before);
    after.addAll(added);
    after.removeAll(removed);
    return after;
  }

  private static Set<Finding> findings(
      RolePlan roles, MembershipPlan teams, NamedGroupPlan named, Set<CatalogLimit> limits) {
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    if (!named.refused().isEmpty()) {
      findings.add(Finding.GROUP_NAME_REFUSED);
    }
    if (roles.revoke().contains(ProviderSync.ADMIN_ROLE)
        && limits.contains(CatalogLimit.ADMIN_NEVER_UNSET)) {
      findings.add(Finding.ADMIN_STAYS);
    }
    if (!teams.leave().isEmpty() && limits.contains(CatalogLimit.TEAMS_ONLY_ADDED)) {
      findings.add(Finding.TEAMS_STAY);
    }
    return findings;
  }
}
