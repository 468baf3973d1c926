package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.groups.AbsentClaim;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.GroupBindings;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.RoleMap;
import io.entrabroker.groups.Samples;
import io.entrabroker.groups.UnknownGroups;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntitlementsTest {

  private static final AccessGate EVERYONE = new AccessGate.Everyone();
  private static final AccessGate MAPPED = new AccessGate.MappedRole();
  private static final AccessGate STEWARDS = new AccessGate.Groups(Set.of(Samples.STEWARDS));
  private static final GroupMembership NONE = Known.of(Set.of());
  private static final GroupMembership UNKNOWN = new Unknown(Reason.GRAPH_DOWN);

  @Test
  void onlyAppRolesThatGiveSomethingAreCarriedOn() {
    Entitlements entitlements =
        Entitlements.of(Set.of("Catalog.Admin", "Other", "catalog.admin"), NONE, policy(EVERYONE));

    assertThat(entitlements.appRoles()).containsExactly("Catalog.Admin");
    assertThat(entitlements.membership()).isEqualTo(NONE);
  }

  @ParameterizedTest
  @EnumSource(UnknownGroups.class)
  void whoeverTheGateKnowsIsLetInOrNot(UnknownGroups whenUnknown) {
    GroupMembership member = Known.of(Set.of(Samples.STEWARDS));

    assertThat(objection(EVERYONE, NONE, whenUnknown)).isEmpty();
    assertThat(objection(STEWARDS, member, whenUnknown)).isEmpty();
    assertThat(objection(STEWARDS, NONE, whenUnknown)).contains(Rejection.NOT_ADMITTED);
    assertThat(objection(MAPPED, member, whenUnknown)).contains(Rejection.NOT_ADMITTED);
    assertThat(objection(MAPPED, NONE, whenUnknown, "Catalog.Admin")).isEmpty();
  }

  @Test
  void whereGroupsAreUnknownOnlyAGateThatNeedsNoneOpens() {
    assertThat(objection(EVERYONE, UNKNOWN, UnknownGroups.KEEP)).isEmpty();
    assertThat(objection(MAPPED, UNKNOWN, UnknownGroups.KEEP, "Catalog.Admin")).isEmpty();
    assertThat(objection(STEWARDS, UNKNOWN, UnknownGroups.KEEP))
        .contains(Rejection.MEMBERSHIP_UNKNOWN);
  }

  @Test
  void whereUnknownGroupsRefuseNoGateOpens() {
    assertThat(objection(EVERYONE, UNKNOWN, UnknownGroups.REFUSE))
        .contains(Rejection.MEMBERSHIP_UNKNOWN);
    assertThat(objection(MAPPED, UNKNOWN, UnknownGroups.REFUSE, "Catalog.Admin"))
        .contains(Rejection.MEMBERSHIP_UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void theReasonIsToldWhereGroupsAreUnknown(Reason reason) {
    assertThat(new Entitlements(Set.of(), new Unknown(reason)).unknown()).contains(reason);
    assertThat(new Entitlements(Set.of(), NONE).unknown()).isEmpty();
  }

  private static Optional<Rejection> objection(
      AccessGate gate, GroupMembership membership, UnknownGroups whenUnknown, String... appRoles) {
    return new Entitlements(Set.of(appRoles), membership).objection(policy(gate), whenUnknown);
  }

  private static GroupPolicy policy(AccessGate gate) {
    return new GroupPolicy(
        GroupBindings.none(),
        new NamedGroups.None(),
        new RoleMap(
            Samples.appRoles(Map.of("Catalog.Admin", Set.of("Admin"))),
            Samples.groupRoles(Map.of(Samples.FINANCE, Set.of("Reader")))),
        gate,
        GroupScope.ALL,
        AbsentClaim.UNKNOWN);
  }
}
