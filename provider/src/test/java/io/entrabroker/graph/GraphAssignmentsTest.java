package io.entrabroker.graph;

import static io.entrabroker.graph.FakeGraph.answer;
import static io.entrabroker.graph.FakeGraph.ok;
import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.graph.FakeGraph.Permission;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import io.entrabroker.groups.GroupScope;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the question which groups are assigned to the application. */
class GraphAssignmentsTest {

  private final GraphScenario scenario =
      new GraphScenario().memberOf(ids(5)).bound(Set.of(id(1), id(9)));
  private final FakeGraph graph = scenario.graph;

  @ParameterizedTest
  @EnumSource(GroupScope.class)
  void assignmentsThatCannotBeReadMakeMembershipUnknown(GroupScope scope) {
    graph.permissions.remove(Permission.READ_APPLICATIONS);
    scenario.named(GraphScenario.ASSIGNED).scope(scope);

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ASSIGNMENTS_UNREADABLE));
    assertThat(scenario.complete(ids(5))).isEqualTo(new Unknown(Reason.ASSIGNMENTS_UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "400, ASSIGNMENTS_UNREADABLE",
    "401, NO_PERMISSION",
    "403, ASSIGNMENTS_UNREADABLE",
    "404, ASSIGNMENTS_UNREADABLE",
    "418, ASSIGNMENTS_UNREADABLE",
    "429, THROTTLED",
    "503, GRAPH_DOWN"
  })
  void whyAssignmentsCannotBeReadIsSaid(int status, Reason reason) {
    scenario.scope(GroupScope.ASSIGNED);
    graph.next(answer(status, "60", "{}"));

    assertThat(scenario.find()).isEqualTo(new Unknown(reason));
    assertThat(graph.calls).hasSize(1);
  }

  @Test
  void tooManyAssignmentsCannotBeRead() {
    scenario.scope(GroupScope.ASSIGNED);
    graph.assignedPeople = 20 * 999;
    scenario.assigned(ids(1));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ASSIGNMENTS_UNREADABLE));
    assertThat(graph.calls).hasSize(20);
  }

  @Test
  void anAssignmentOfAGroupWithoutAnIdIsNoAnswer() {
    scenario.scope(GroupScope.ASSIGNED);
    graph.next(ok("{\"value\":[{\"principalType\":\"Group\"}]}"));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ASSIGNMENTS_UNREADABLE));
  }

  @Test
  void peopleAndApplicationsThatAreAssignedAreNoGroups() {
    scenario.scope(GroupScope.ASSIGNED);
    graph.next(
        ok(
            "{\"value\":[{\"principalType\":\"User\",\"principalId\":\""
                + id(1)
                + "\"},{\"principalType\":7},7]}"));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of()));
  }
}
