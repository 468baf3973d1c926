package io.entrabroker.groups;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.FINANCE;
import static io.entrabroker.groups.Samples.PREFIX;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.STRANGERS;
import static io.entrabroker.groups.Samples.bindings;
import static io.entrabroker.groups.Samples.groupRoles;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.claims.GroupsClaim;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipReadingTest {

  private static final GroupBindings BOUND = bindings(Map.of(STEWARDS, Set.of("Stewards")));
  private static final Known FOUND = Known.of(Set.of(FINANCE));
  private static final NamedGroups LISTED =
      new NamedGroups.Listed(PREFIX, Set.of(FINANCE, STEWARDS));
  private static final NamedGroups ASSIGNED = new NamedGroups.Assigned(PREFIX);

  private final List<String> asked = new ArrayList<>();
  private final GroupSource source =
      new GroupSource() {
        @Override
        public GroupMembership find(GroupNeeds needs) {
          asked.add("find");
          return FOUND;
        }

        @Override
        public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
          asked.add("complete " + members.size());
          return FOUND;
        }
      };

  @Test
  void whereNoGroupDecidesNobodyIsAsked() {
    GroupNeeds nothing = GroupNeeds.of(GroupPolicy.none(), ExistingGroups.none());

    assertThat(read(new GroupsClaim.Overage(), nothing)).isEqualTo(Known.of(Set.of()));
    assertThat(read(inline(STEWARDS), nothing)).isEqualTo(Known.of(Set.of()));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(GroupScope.class)
  void groupsInTheTokenAnswerByThemselves(GroupScope scope) {
    GroupNeeds needs = needs(new NamedGroups.None(), scope, ExistingGroups.none());

    assertThat(read(inline(STEWARDS, STRANGERS), needs)).isEqualTo(Known.of(Set.of(STEWARDS)));
    assertThat(asked).isEmpty();
  }

  @Test
  void tooManyGroupsAreAskedFor() {
    assertThat(read(new GroupsClaim.Overage(), bound())).isEqualTo(FOUND);
    assertThat(asked).containsExactly("find");
  }

  @Test
  void groupsThatAreNoIdsAreAskedFor() {
    assertThat(read(new GroupsClaim.NotIds(), bound())).isEqualTo(FOUND);
    assertThat(asked).containsExactly("find");
  }

  @Test
  void aTokenWithoutGroupsMeansNone() {
    assertThat(read(new GroupsClaim.NotIssued(), bound())).isEqualTo(Known.of(Set.of()));
    assertThat(asked).isEmpty();
  }

  @Test
  void aTokenWithoutGroupsIsAskedAboutWhereTheManifestMayIssueNone() {
    assertThat(
            MembershipReading.of(new GroupsClaim.NotIssued(), bound(), AbsentClaim.UNKNOWN, source))
        .isEqualTo(FOUND);
    assertThat(asked).containsExactly("find");
  }

  @Test
  void whereThereIsNobodyToAskMembershipIsUnknown() {
    GroupSource nobody = GroupSource.silent(Reason.NO_ACCESS_TOKEN);
    GroupMembership unknown = new Unknown(Reason.NO_ACCESS_TOKEN);

    assertThat(
            MembershipReading.of(new GroupsClaim.NotIssued(), bound(), AbsentClaim.UNKNOWN, nobody))
        .isEqualTo(unknown);
    assertThat(
            MembershipReading.of(inline(FINANCE), listed(Map.of()), AbsentClaim.MEANS_NONE, nobody))
        .isEqualTo(unknown);
  }

  @Test
  void theNameOfAListedGroupIsAskedForOnlyIfThePersonIsInIt() {
    assertThat(read(inline(STRANGERS), listed(Map.of()))).isEqualTo(Known.of(Set.of()));
    assertThat(asked).isEmpty();

    assertThat(read(inline(FINANCE, STRANGERS), listed(Map.of()))).isEqualTo(FOUND);
    assertThat(asked).containsExactly("complete 2");
  }

  @Test
  void theNameOfAListedGroupThatHasAKeycloakGroupIsNotAskedFor() {
    assertThat(read(inline(FINANCE), listed(Map.of("entra-Finance", FINANCE))))
        .isEqualTo(new Known(Set.of(FINANCE), Set.of(FINANCE), Map.of()));
    assertThat(asked).isEmpty();
  }

  @Test
  void aBoundGroupIsNotNamedBesides() {
    assertThat(read(inline(STEWARDS), listed(Map.of()))).isEqualTo(Known.of(Set.of(STEWARDS)));
    assertThat(asked).isEmpty();
  }

  @Test
  void assignmentIsVerifiedAlsoForGroupsInTheToken() {
    ExistingGroups existing = new ExistingGroups(Map.of("entra-Finance", FINANCE), Set.of());

    assertThat(read(inline(FINANCE), needs(ASSIGNED, GroupScope.ALL, existing))).isEqualTo(FOUND);
    assertThat(asked).containsExactly("complete 1");
  }

  @Test
  void assignmentDoesNotMatterForWhoIsInBoundGroupsOnly() {
    GroupNeeds needs = needs(ASSIGNED, GroupScope.ALL, ExistingGroups.none());

    assertThat(read(inline(STEWARDS), needs)).isEqualTo(Known.of(Set.of(STEWARDS)));
    assertThat(asked).isEmpty();
  }

  @Test
  void everyGroupThatDecidesSomethingIsNeeded() {
    GroupPolicy policy =
        new GroupPolicy(
            BOUND,
            new NamedGroups.Listed(PREFIX, Set.of(FINANCE)),
            new RoleMap(AppRoles.none(), groupRoles(Map.of(ENGINEERS, Set.of("Engineer")))),
            new AccessGate.Groups(Set.of(STRANGERS)),
            GroupScope.ALL,
            AbsentClaim.MEANS_NONE);

    GroupNeeds needs = GroupNeeds.of(policy, ExistingGroups.none());

    assertThat(needs.ids()).containsExactlyInAnyOrder(STEWARDS, ENGINEERS, FINANCE, STRANGERS);
    assertThat(needs.isEmpty()).isFalse();
    assertThat(needs.dependOnAssignments()).isFalse();
  }

  @Test
  void namingAssignedGroupsNeedsTheAssignmentsAndNothingElse() {
    GroupPolicy none = GroupPolicy.none();
    GroupPolicy policy =
        new GroupPolicy(
            none.bindings(), ASSIGNED, none.roles(), none.gate(), none.scope(), none.absentClaim());

    GroupNeeds needs = GroupNeeds.of(policy, ExistingGroups.none());

    assertThat(needs.isEmpty()).isFalse();
    assertThat(needs.dependOnAssignments()).isTrue();
    assertThat(needs.decisive(Set.of(FINANCE))).containsExactly(FINANCE);
  }

  @Test
  void withTheScopeOfAssignedGroupsOnlyTheseDecide() {
    Set<GroupId> assigned = Set.of(FINANCE);

    assertThat(needs(LISTED, GroupScope.ASSIGNED, ExistingGroups.none()).decisive(assigned))
        .containsExactly(FINANCE);
    assertThat(needs(LISTED, GroupScope.ALL, ExistingGroups.none()).decisive(assigned))
        .containsExactlyInAnyOrder(FINANCE, STEWARDS);
    assertThat(needs(LISTED, GroupScope.ASSIGNED, ExistingGroups.none()).dependOnAssignments())
        .isTrue();
  }

  @Test
  void groupNamesDoNotShowInTheText() {
    assertThat(new Known(Set.of(FINANCE), Set.of(FINANCE), Map.of(FINANCE, "Mergers")).toString())
        .contains(FINANCE.toString())
        .doesNotContain("Mergers");
  }

  private GroupMembership read(GroupsClaim claim, GroupNeeds needs) {
    return MembershipReading.of(claim, needs, AbsentClaim.MEANS_NONE, source);
  }

  private static GroupsClaim inline(GroupId... ids) {
    return new GroupsClaim.Inline(Set.of(ids));
  }

  private static GroupNeeds bound() {
    return needs(new NamedGroups.None(), GroupScope.ALL, ExistingGroups.none());
  }

  private static GroupNeeds listed(Map<String, GroupId> owned) {
    return needs(LISTED, GroupScope.ALL, new ExistingGroups(owned, Set.of()));
  }

  private static GroupNeeds needs(NamedGroups named, GroupScope scope, ExistingGroups existing) {
    GroupPolicy policy =
        new GroupPolicy(
            BOUND, named, RoleMap.none(), new AccessGate.Everyone(), scope, AbsentClaim.MEANS_NONE);
    return GroupNeeds.of(policy, existing);
  }
}
