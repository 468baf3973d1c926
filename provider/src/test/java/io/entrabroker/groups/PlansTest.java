package io.entrabroker.groups;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.FINANCE;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.appRoles;
import static io.entrabroker.groups.Samples.bindings;
import static io.entrabroker.groups.Samples.groupRoles;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlansTest {

  private static final GroupBindings BINDINGS =
      bindings(Map.of(STEWARDS, Set.of("Stewards", "Data"), ENGINEERS, Set.of("Data")));
  private static final RoleMap ROLES =
      new RoleMap(
          appRoles(Map.of("Catalog.Admin", Set.of("Admin"), "Catalog.Steward", Set.of("Steward"))),
          groupRoles(Map.of(STEWARDS, Set.of("Steward"), ENGINEERS, Set.of("Engineer"))));

  @Test
  void membersJoinTheTeamsOfTheirGroups() {
    assertThat(plan(Set.of(), known(STEWARDS))).isEqualTo(join("Data", "Stewards"));
  }

  @Test
  void whatIsAsItShouldBeStays() {
    assertThat(plan(Set.of("Data", "Stewards"), known(STEWARDS)))
        .isEqualTo(MembershipPlan.nothing());
  }

  @Test
  void whoIsNoMemberAnyMoreLeavesBoundTeamsOnly() {
    assertThat(plan(Set.of("Data", "Stewards", "Choir"), known()))
        .isEqualTo(new MembershipPlan(Set.of(), Set.of("Data", "Stewards")));
  }

  @Test
  void aTeamThatAnotherGroupStillLeadsToIsNotLeft() {
    assertThat(plan(Set.of("Data", "Stewards"), known(ENGINEERS)))
        .isEqualTo(new MembershipPlan(Set.of(), Set.of("Stewards")));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void unknownMembershipLeavesGroupsAlone(Reason reason) {
    assertThat(plan(Set.of("Data", "Choir"), new Unknown(reason)))
        .isEqualTo(MembershipPlan.nothing());
  }

  @Test
  void teamsOfGroupsNamesAreJoinedAndLeftToo() {
    NamedGroupPlan named =
        new NamedGroupPlan(
            Map.of(FINANCE, "entra-Finance"), Map.of(), Set.of("entra-Old", "entra-Finance"));

    assertThat(
            MembershipPlan.between(
                Set.of("entra-Old", "entra-handmade"), Set.of(), known(FINANCE), BINDINGS, named))
        .isEqualTo(new MembershipPlan(Set.of("entra-Finance"), Set.of("entra-Old")));
  }

  @Test
  void appRolesAndGroupsGiveRoles() {
    assertThat(roles(Set.of(), Set.of("Catalog.Admin", "Other"), known(ENGINEERS)))
        .isEqualTo(new RolePlan(Set.of("Admin", "Engineer"), Set.of()));
  }

  @Test
  void onlyMappedRolesAreRevoked() {
    assertThat(roles(Set.of("Admin", "Engineer", "offline_access"), Set.of(), known()))
        .isEqualTo(new RolePlan(Set.of(), Set.of("Admin", "Engineer")));
  }

  @Test
  void aRoleThatAnotherWayStillGivesStays() {
    assertThat(roles(Set.of("Steward"), Set.of("Catalog.Steward"), known()))
        .isEqualTo(RolePlan.nothing());
    assertThat(roles(Set.of("Steward"), Set.of(), known(STEWARDS))).isEqualTo(RolePlan.nothing());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void whileGroupsAreUnknownARoleThatAGroupGivesIsNotRevoked(Reason reason) {
    assertThat(
            roles(Set.of("Admin", "Steward", "Engineer", "Choir"), Set.of(), new Unknown(reason)))
        .isEqualTo(new RolePlan(Set.of(), Set.of("Admin")));
  }

  @Test
  void whileGroupsAreUnknownAppRolesStillGiveRoles() {
    assertThat(roles(Set.of(), Set.of("Catalog.Steward"), new Unknown(Reason.GRAPH_DOWN)))
        .isEqualTo(new RolePlan(Set.of("Steward"), Set.of()));
  }

  private static MembershipPlan plan(Set<String> current, GroupMembership membership) {
    return MembershipPlan.between(
        current, Set.of(), membership, BINDINGS, NamedGroupPlan.nothing());
  }

  @Test
  void whatWasGivenIsTakenAwayEvenWhenNothingSpeaksOfItAnyMore() {
    assertThat(
            RolePlan.between(
                Set.of("Forgotten", "local"), Set.of("Forgotten"), Set.of(), known(), ROLES))
        .isEqualTo(new RolePlan(Set.of(), Set.of("Forgotten")));
    assertThat(
            MembershipPlan.between(
                Set.of("Forgotten", "local"),
                Set.of("Forgotten"),
                known(),
                BINDINGS,
                NamedGroupPlan.nothing()))
        .isEqualTo(new MembershipPlan(Set.of(), Set.of("Forgotten")));
  }

  @Test
  void whatWasGivenStaysWhileMembershipIsUnknown() {
    assertThat(
            MembershipPlan.between(
                Set.of("Forgotten"),
                Set.of("Forgotten"),
                new GroupMembership.Unknown(GroupMembership.Reason.GRAPH_DOWN),
                BINDINGS,
                NamedGroupPlan.nothing()))
        .isEqualTo(MembershipPlan.nothing());
  }

  private static MembershipPlan join(String... teams) {
    return new MembershipPlan(Set.of(teams), Set.of());
  }

  private static RolePlan roles(
      Set<String> current, Set<String> appRoles, GroupMembership membership) {
    return RolePlan.between(current, Set.of(), appRoles, membership, ROLES);
  }

  private static Known known(GroupId... ids) {
    return Known.of(Set.of(ids));
  }
}
