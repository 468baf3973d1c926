package io.entrabroker.groups;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.FINANCE;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.accepted;
import static io.entrabroker.groups.Samples.appRoles;
import static io.entrabroker.groups.Samples.groupRoles;
import static io.entrabroker.groups.Samples.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.groups.AccessGate.Decision;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessGateTest {

  private static final RoleMap ROLES =
      new RoleMap(
          appRoles(Map.of("Catalog.Admin", Set.of("Admin"))),
          groupRoles(Map.of(STEWARDS, Set.of("Steward"))));
  private static final RoleMap APP_ROLES_ONLY = new RoleMap(ROLES.appRoles(), GroupRoles.none());
  private static final GroupMembership UNKNOWN = new Unknown(Reason.GRAPH_DOWN);
  private static final GroupMembership NO_GROUPS = Known.of(Set.of());

  @Test
  void everyoneIsLetInWhateverIsKnown() {
    assertThat(new AccessGate.Everyone().decide(Set.of(), UNKNOWN, ROLES))
        .isEqualTo(Decision.ADMITTED);
  }

  @Test
  void aMappedAppRoleLetsInEvenWhileGroupsAreUnknown() {
    assertThat(role(Set.of("Catalog.Admin"), UNKNOWN)).isEqualTo(Decision.ADMITTED);
    assertThat(role(Set.of("Catalog.Admin"), NO_GROUPS)).isEqualTo(Decision.ADMITTED);
  }

  @Test
  void aGroupThatGivesARoleLetsIn() {
    assertThat(role(Set.of(), Known.of(Set.of(STEWARDS)))).isEqualTo(Decision.ADMITTED);
  }

  @Test
  void whoHasNoMappedRoleIsRefused() {
    assertThat(role(Set.of("Other"), Known.of(Set.of(FINANCE)))).isEqualTo(Decision.REFUSED);
  }

  @Test
  void whoMayHaveARoleThroughAGroupIsUnknown() {
    assertThat(role(Set.of("Other"), UNKNOWN)).isEqualTo(Decision.UNKNOWN);
  }

  @Test
  void whereNoGroupGivesARoleGroupsDoNotMatter() {
    assertThat(new AccessGate.MappedRole().decide(Set.of("Other"), UNKNOWN, APP_ROLES_ONLY))
        .isEqualTo(Decision.REFUSED);
  }

  @Test
  void oneOfTheListedGroupsLetsIn() {
    AccessGate gate = new AccessGate.Groups(Set.of(STEWARDS, ENGINEERS));

    assertThat(gate.decide(Set.of(), Known.of(Set.of(ENGINEERS, FINANCE)), ROLES))
        .isEqualTo(Decision.ADMITTED);
    assertThat(gate.decide(Set.of("Catalog.Admin"), Known.of(Set.of(FINANCE)), ROLES))
        .isEqualTo(Decision.REFUSED);
    assertThat(gate.decide(Set.of("Catalog.Admin"), UNKNOWN, ROLES)).isEqualTo(Decision.UNKNOWN);
  }

  @Test
  void aGateWithoutGroupsLetsNobodyIn() {
    assertThat(new AccessGate.Groups(Set.of()).decide(Set.of(), UNKNOWN, ROLES))
        .isEqualTo(Decision.REFUSED);
  }

  @Test
  void theSettingSaysWhoIsLetIn() {
    assertThat(accepted(AccessGate.parse("everyone"))).isEqualTo(new AccessGate.Everyone());
    assertThat(accepted(AccessGate.parse(" Mapped-Role"))).isEqualTo(new AccessGate.MappedRole());
    assertThat(accepted(AccessGate.parse(STEWARDS + " " + FINANCE)))
        .isEqualTo(new AccessGate.Groups(Set.of(STEWARDS, FINANCE)));
    assertThat(problem(AccessGate.parse("nobody")))
        .startsWith("Write everyone, mapped-role, or object ids of groups. 'nobody' is no");
    assertThat(problem(AccessGate.parse(""))).contains("no object id");
  }

  @Test
  void onlyAGateOfGroupsAsksForGroupsItself() {
    assertThat(new AccessGate.Everyone().groups()).isEmpty();
    assertThat(new AccessGate.MappedRole().groups()).isEmpty();
    assertThat(new AccessGate.Groups(Set.of(STEWARDS)).groups()).containsExactly(STEWARDS);
  }

  private static Decision role(Set<String> appRoles, GroupMembership membership) {
    return new AccessGate.MappedRole().decide(appRoles, membership, ROLES);
  }
}
