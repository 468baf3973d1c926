package io.entrabroker.signin;

import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.UnknownGroups;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Entra gives somebody at one sign-in.
 *
 * @param appRoles the values of the app roles that give a role here
 * @param membership which of the groups that matter the person is in
 */
public record Entitlements(Set<String> appRoles, GroupMembership membership) {

  public Entitlements {
    appRoles = Set.copyOf(appRoles);
  }

  /** Leaves out app roles that give nothing: they need not be carried on. */
  public static Entitlements of(
      Set<String> appRoles, GroupMembership membership, GroupPolicy policy) {
    Set<String> mapped = new TreeSet<>();
    for (String role : appRoles) {
      if (!policy.roles().appRoles().rolesOf(Set.of(role)).isEmpty()) {
        mapped.add(role);
      }
    }
    return new Entitlements(mapped, membership);
  }

  /**
   * Why the person is not let in; empty if they are.
   *
   * @param policy what groups and roles are for
   * @param whenUnknown what becomes of a sign-in when groups cannot be found out
   */
  public Optional<Rejection> objection(GroupPolicy policy, UnknownGroups whenUnknown) {
    if (unknown().isPresent() && whenUnknown == UnknownGroups.REFUSE) {
      return Optional.of(Rejection.MEMBERSHIP_UNKNOWN);
    }
    AccessGate.Decision decision = policy.gate().decide(appRoles, membership, policy.roles());
    return switch (decision) {
      case ADMITTED -> Optional.empty();
      case REFUSED -> Optional.of(Rejection.NOT_ADMITTED);
      case UNKNOWN -> Optional.of(Rejection.MEMBERSHIP_UNKNOWN);
    };
  }

  /** Why membership is unknown; empty if it is known. */
  public Optional<GroupMembership.Reason> unknown() {
    return membership instanceof GroupMembership.Unknown unknown
        ? Optional.of(unknown.reason())
        : Optional.empty();
  }
}
