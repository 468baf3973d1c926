package io.entrabroker.graph;

import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.graph.FakeGraph.Permission;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import io.entrabroker.groups.GroupScope;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are made, and how many. */
class GraphCallsTest {

  private static final String CHECK = "checkMemberGroups";
  private static final String ALL = "getMemberGroups";
  private static final String OBJECTS = "getMemberObjects";
  private static final String NAMES = "getByIds";
  private static final String PAGE = "transitiveMemberOf";
  private static final String DIRECT = "memberOf";
  private static final String ASSIGNMENTS = "appRoleAssignedTo";

  private final GraphScenario scenario = new GraphScenario();

  @Test
  void twentyBoundGroupsOfAPersonInElevenThousandAreOneCheck() {
    scenario.memberOf(ids(11_000)).bound(Set.of(id(7), id(12_000)));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(7))));
    assertThat(scenario.graph.calls).containsExactly(CHECK);

    scenario.bound(ids(20));
    assertThat(scenario.find()).isEqualTo(Known.of(ids(20)));
    assertThat(scenario.graph.calls).containsExactly(CHECK, CHECK);
  }

  @Test
  void moreThanTwentyBoundGroupsAreOneList() {
    scenario.memberOf(ids(11_000)).bound(ids(21));

    assertThat(scenario.find()).isEqualTo(Known.of(ids(21)));
    assertThat(scenario.graph.calls).containsExactly(ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openid profile email User.Read",
        "https://graph.microsoft.com/User.Read",
        "Application.Read.All"
      })
  void aTokenThatMayNotCheckGroupsIsNotTriedForIt(String granted) {
    scenario.memberOf(ids(11_000)).bound(Set.of(id(7))).granted(granted);

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(7))));
    assertThat(scenario.graph.calls).containsExactly(OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "User.Read GroupMember.Read.All",
        "https://graph.microsoft.com/GROUP.READ.ALL openid",
        "Directory.Read.All",
        "GroupMember.ReadWrite.All",
        "Group.ReadWrite.All",
        "Directory.ReadWrite.All"
      })
  void aTokenThatMayCheckGroupsOrSaysNothingIsTriedForIt(String granted) {
    scenario.memberOf(ids(300)).bound(Set.of(id(7))).granted(granted);

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(7))));
    assertThat(scenario.graph.calls).containsExactly(CHECK);
  }

  @Test
  void aListOfMoreThanElevenThousandGivesWayToChecks() {
    scenario.memberOf(ids(11_001)).bound(ids(240));

    assertThat(scenario.find()).isEqualTo(Known.of(ids(240)));
    assertThat(scenario.graph.calls)
        .hasSize(1 + 12)
        .startsWith(ALL, CHECK)
        .endsWith(CHECK)
        .doesNotContain(PAGE);
  }

  @Test
  void aListOfMoreThanElevenThousandGivesWayToPagesWhereTheseAreFewer() {
    scenario.memberOf(ids(11_001)).bound(ids(241));

    assertThat(scenario.find()).isEqualTo(Known.of(ids(241)));
    assertThat(scenario.graph.calls).hasSize(1 + 12).startsWith(ALL, PAGE).doesNotContain(CHECK);
  }

  @Test
  void pagesHave999Groups() {
    scenario.memberOf(ids(999)).bound(ids(3)).assigned(ids(2)).scope(GroupScope.ASSIGNED);
    assertThat(scenario.find()).isEqualTo(Known.of(ids(2)));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, DIRECT);

    scenario.memberOf(ids(1000));
    assertThat(scenario.find()).isEqualTo(Known.of(ids(2)));
    assertThat(scenario.graph.calls)
        .containsExactly(ASSIGNMENTS, DIRECT, ASSIGNMENTS, DIRECT, DIRECT);
  }

  @Test
  void atMostTwentyPagesAreRead() {
    scenario.memberOf(ids(20 * 999)).bound(ids(241));
    assertThat(scenario.find()).isEqualTo(Known.of(ids(241)));
    assertThat(scenario.graph.calls).hasSize(21);

    scenario.memberOf(ids(20 * 999 + 1));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.TOO_MANY_GROUPS));
    assertThat(scenario.graph.calls).hasSize(42);
  }

  @Test
  void nameIsAskedForOfGroupsThatThePersonIsIn() {
    scenario.memberOf(ids(11_000)).listed(Set.of(id(1), id(12_000))).bound(Set.of(id(2)));

    assertThat(scenario.find())
        .isEqualTo(known(Set.of(id(1), id(2)), Set.of(id(1)), Set.of(id(1))));
    assertThat(scenario.graph.calls).containsExactly(CHECK, NAMES);
  }

  @Test
  void noNameIsAskedForIfThePersonIsInNoneOfTheListedGroups() {
    scenario.memberOf(ids(300)).listed(Set.of(id(301)));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of()));
    assertThat(scenario.graph.calls).containsExactly(CHECK);
  }

  @Test
  void noNameIsAskedForOfAGroupThatHasAKeycloakGroup() {
    scenario.memberOf(ids(300)).listed(Set.of(id(1))).owned(Set.of(id(1)));

    assertThat(scenario.find()).isEqualTo(known(Set.of(id(1)), Set.of(id(1)), Set.of()));
    assertThat(scenario.graph.calls).containsExactly(CHECK);
  }

  @Test
  void theNamesOfManyListedGroupsAreAskedForById() {
    scenario.memberOf(ids(11_000)).listed(ids(1000));
    assertThat(scenario.find()).isEqualTo(known(ids(1000), ids(1000), ids(1000)));
    assertThat(scenario.graph.calls).containsExactly(ALL, NAMES);

    scenario.listed(ids(1001));
    assertThat(scenario.find()).isEqualTo(known(ids(1001), ids(1001), ids(1001)));
    assertThat(scenario.graph.calls).containsExactly(ALL, NAMES, ALL, NAMES, NAMES);
  }

  @Test
  void namesComeWithThePagesWherePagesAreReadAnyway() {
    scenario.memberOf(ids(11_001)).listed(ids(241));

    assertThat(scenario.find()).isEqualTo(known(ids(241), ids(241), ids(241)));
    assertThat(scenario.graph.calls).hasSize(1 + 12).doesNotContain(NAMES);
  }

  @Test
  void pagesAreReadWithoutNamesIfNoneIsNeeded() {
    scenario.memberOf(ids(11_001)).listed(ids(241)).owned(ids(241));

    assertThat(scenario.find()).isEqualTo(known(ids(241), ids(241), Set.of()));
    assertThat(scenario.graph.requests)
        .noneMatch(request -> request.target().toString().contains("displayName"));
  }

  @Test
  void withoutThePermissionForNamesByIdTheyComeByPage() {
    scenario.graph.permissions.remove(Permission.READ_DIRECTORY);
    scenario.memberOf(ids(300)).listed(Set.of(id(1)));

    assertThat(scenario.find()).isEqualTo(known(Set.of(id(1)), Set.of(id(1)), Set.of(id(1))));
    assertThat(scenario.graph.calls).containsExactly(CHECK, NAMES, PAGE);
  }

  @Test
  void idsWithoutNamesAreNotEnoughWhereANameIsNeeded() {
    scenario.graph.permissions.clear();
    scenario.memberOf(ids(300)).listed(Set.of(id(1)));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.NO_PERMISSION));
    assertThat(scenario.graph.calls).containsExactly(CHECK, OBJECTS, NAMES, PAGE);
  }

  @Test
  void idsWithoutNamesAreEnoughWhereNoNameIsNeeded() {
    scenario.graph.permissions.clear();
    scenario.memberOf(ids(300)).listed(Set.of(id(301))).bound(Set.of(id(1)));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(1))));
    assertThat(scenario.graph.calls).containsExactly(CHECK, OBJECTS);
  }

  @Test
  void aCheckThatFailsForItsOwnSakeGivesWayToAList() {
    scenario.memberOf(ids(300)).bound(Set.of(id(1)));
    for (int status : new int[] {400, 403, 404}) {
      scenario.graph.next(FakeGraph.answer(status, "", "{}"));
      assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(1))));
    }
    assertThat(scenario.graph.calls)
        .containsExactly(CHECK, OBJECTS, CHECK, OBJECTS, CHECK, OBJECTS);
  }

  @Test
  void aListThatIsNotPermittedGivesWayToAnotherList() {
    scenario.graph.permissions.clear();
    scenario.memberOf(ids(11_000)).bound(ids(21));

    assertThat(scenario.find()).isEqualTo(Known.of(ids(21)));
    assertThat(scenario.graph.calls).containsExactly(ALL, OBJECTS);
  }

  @Test
  void listsThatCannotBeHadGiveWayToPages() {
    scenario.graph.permissions.clear();
    scenario.memberOf(ids(11_001)).bound(ids(2));

    assertThat(scenario.find()).isEqualTo(Known.of(ids(2)));
    assertThat(scenario.graph.calls).hasSize(2 + 12).startsWith(CHECK, OBJECTS, PAGE);
  }

  @Test
  void assignmentsComeFirstWhereOnlyAssignedGroupsCount() {
    scenario.memberOf(ids(300)).bound(ids(3)).assigned(Set.of(id(2), id(400)));
    scenario.scope(GroupScope.ASSIGNED);

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(2))));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, DIRECT);
  }

  @Test
  void whereNoBoundGroupIsAssignedTheAssignmentsAreTheOnlyCall() {
    scenario.memberOf(ids(300)).bound(ids(3)).assigned(Set.of(id(4)));
    scenario.scope(GroupScope.ASSIGNED);

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of()));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS);
  }

  @Test
  void whereOnlyAssignedGroupsCountSoDoesOnlyDirectMembership() {
    scenario.memberOf(ids(3)).bound(ids(3)).assigned(ids(3)).scope(GroupScope.ASSIGNED);
    scenario.graph.direct.remove(id(2));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(1), id(3))));
  }

  @Test
  void assignedGroupsBringTheirNamesWithThem() {
    scenario.memberOf(ids(300)).named(GraphScenario.ASSIGNED).assigned(Set.of(id(2), id(400)));

    assertThat(scenario.find()).isEqualTo(known(Set.of(id(2)), Set.of(id(2)), Set.of(id(2))));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, CHECK);
  }

  @Test
  void anAssignedGroupWithoutANameIsAskedForById() {
    scenario.memberOf(ids(300)).named(GraphScenario.ASSIGNED).assigned(ids(2));
    scenario.graph.assigned.put(id(2), "");

    assertThat(scenario.find()).isEqualTo(known(ids(2), ids(2), ids(2)));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, CHECK, NAMES);
    assertThat(scenario.graph.requests.get(2).body()).doesNotContain(id(1).toString());
  }

  @Test
  void directPagesBringTheNamesThatTheAssignmentsLack() {
    scenario.memberOf(ids(300)).named(GraphScenario.ASSIGNED).assigned(ids(2));
    scenario.scope(GroupScope.ASSIGNED);
    scenario.graph.assigned.put(id(2), "");

    assertThat(scenario.find()).isEqualTo(known(ids(2), ids(2), ids(2)));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, DIRECT);
  }

  @Test
  void thereAre999AssignmentsToAPageAndPeopleCount() {
    scenario.memberOf(ids(1)).named(GraphScenario.ASSIGNED).assigned(ids(1));
    scenario.graph.assignedPeople = 998;
    assertThat(scenario.find()).isEqualTo(known(ids(1), ids(1), ids(1)));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, CHECK);

    scenario.graph.assignedPeople = 999;
    assertThat(scenario.find()).isEqualTo(known(ids(1), ids(1), ids(1)));
    assertThat(scenario.graph.calls)
        .containsExactly(ASSIGNMENTS, CHECK, ASSIGNMENTS, ASSIGNMENTS, CHECK);
  }

  @Test
  void aBoundGroupThatIsAssignedIsNotNamedBesides() {
    scenario.memberOf(ids(2)).bound(Set.of(id(1))).named(GraphScenario.ASSIGNED).assigned(ids(2));

    assertThat(scenario.find()).isEqualTo(known(ids(2), Set.of(id(2)), Set.of(id(2))));
  }

  @Test
  void aGroupThatIsNotAssignedIsNotNamedWhateverItIsCalled() {
    scenario.memberOf(ids(2)).bound(Set.of(id(1))).named(GraphScenario.ASSIGNED);

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(1))));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS, CHECK);
  }

  @Test
  void namesOfGroupsInTheTokenAreOneCall() {
    scenario.memberOf(ids(200)).listed(ids(2)).bound(Set.of(id(3)));

    assertThat(scenario.complete(Set.of(id(1), id(3), id(9))))
        .isEqualTo(known(Set.of(id(1), id(3)), Set.of(id(1)), Set.of(id(1))));
    assertThat(scenario.graph.calls).containsExactly(NAMES);
  }

  @Test
  void namesOfGroupsInTheTokenComeByPageWithoutThePermission() {
    scenario.graph.permissions.remove(Permission.READ_DIRECTORY);
    scenario.memberOf(ids(200)).listed(ids(2));

    assertThat(scenario.complete(ids(200))).isEqualTo(known(ids(2), ids(2), ids(2)));
    assertThat(scenario.graph.calls).containsExactly(NAMES, PAGE);
  }

  @Test
  void assignedGroupsInTheTokenAreOneCall() {
    scenario.memberOf(ids(200)).named(GraphScenario.ASSIGNED).assigned(Set.of(id(2), id(300)));
    scenario.bound(Set.of(id(1)));

    assertThat(scenario.complete(ids(200))).isEqualTo(known(ids(2), Set.of(id(2)), Set.of(id(2))));
    assertThat(scenario.graph.calls).containsExactly(ASSIGNMENTS);
  }

  @Test
  void groupsInTheTokenAreNotFilteredAgain() {
    scenario.memberOf(ids(3)).listed(Set.of(id(1))).bound(Set.of(id(2)));
    scenario.scope(GroupScope.ASSIGNED);

    assertThat(scenario.complete(ids(3))).isEqualTo(known(ids(2), Set.of(id(1)), Set.of(id(1))));
    assertThat(scenario.graph.calls).containsExactly(NAMES);
  }

  private static GroupMembership known(
      Set<GroupId> members, Set<GroupId> named, Set<GroupId> withName) {
    Map<GroupId, String> names = new HashMap<>();
    withName.forEach(id -> names.put(id, GraphScenario.name(id)));
    return new Known(members, named, Collections.unmodifiableMap(names));
  }
}
