package io.entrabroker.groups;

/**
 * Everything that is configured about groups and roles.
 *
 * @param bindings which groups are which teams
 * @param named which groups become teams under their own name
 * @param roles what gives which role
 * @param gate who is let in
 * @param scope which memberships count
 * @param absentClaim what a token without groups means
 */
public record GroupPolicy(
    GroupBindings bindings,
    NamedGroups named,
    RoleMap roles,
    AccessGate gate,
    GroupScope scope,
    AbsentClaim absentClaim) {

  /** Groups and roles decide nothing. */
  public static GroupPolicy none() {
    return new GroupPolicy(
        GroupBindings.none(),
        new NamedGroups.None(),
        RoleMap.none(),
        new AccessGate.Everyone(),
        GroupScope.ALL,
        AbsentClaim.MEANS_NONE);
  }
}
