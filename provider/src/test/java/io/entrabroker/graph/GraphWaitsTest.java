package io.entrabroker.graph;

import static io.entrabroker.graph.FakeGraph.answer;
import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a call is made, and how long it is waited for. */
class GraphWaitsTest {

  private static final GroupMembership ANSWERED = Known.of(Set.of(id(1)));

  private static final GraphAnswer NO = answer(403, "", "{}");

  private final GraphScenario scenario =
      new GraphScenario().memberOf(ids(5)).bound(Set.of(id(1), id(9)));
  private final FakeGraph graph = scenario.graph;

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aCallThatIsTurnedAwayIsMadeOnceMoreAfterTheWaitAskedFor(int status) {
    graph.next(answer(status, " 3 ", ""));

    assertThat(scenario.find()).isEqualTo(ANSWERED);
    assertThat(graph.pauses).containsExactly(Duration.ofSeconds(3));
    assertThat(graph.calls).hasSize(2);
  }

  @Test
  void withoutAWordAboutWaitingTheWaitIsShort() {
    graph.next(answer(503, "", ""));

    assertThat(scenario.find()).isEqualTo(ANSWERED);
    assertThat(graph.pauses).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void aCallIsMadeTwiceAtMost() {
    graph.next(answer(429, "1", ""), answer(429, "1", ""));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.THROTTLED));

    graph.next(answer(503, "1", ""), answer(500, "1", ""));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.GRAPH_DOWN));
    assertThat(graph.calls).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"6", "3600", "99999999999999999999", "-1", "1.5", "Fri, 31 Dec 2027 23:59:59 GMT"})
  void aLongOrUnclearWaitIsNotWaited(String retryAfter) {
    graph.next(answer(429, retryAfter, ""));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.THROTTLED));
    assertThat(graph.pauses).isEmpty();
    assertThat(graph.calls).hasSize(1);
  }

  @Test
  void aWaitOfFiveSecondsIsWaited() {
    graph.next(answer(429, "5", ""));

    assertThat(scenario.find()).isEqualTo(ANSWERED);
    assertThat(graph.pauses).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void nobodyWaitsBeyondTheTimeLimit() {
    scenario.bound(ids(21));
    graph.callTakes = Duration.ofSeconds(4);
    graph.next(answer(429, "2", ""), NO, answer(503, "0", ""));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.TOO_SLOW));
    assertThat(graph.timeouts).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(4));
    assertThat(graph.pauses).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void aWaitThatUsesUpTheTimeIsNotBegun() {
    scenario.bound(ids(21));
    graph.callTakes = Duration.ofSeconds(4);
    graph.next(NO, answer(503, "2", ""));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.GRAPH_DOWN));
    assertThat(graph.pauses).isEmpty();

    graph.next(NO, answer(503, "1", ""));
    assertThat(scenario.find()).isEqualTo(Known.of(ids(5)));
    assertThat(graph.timeouts).endsWith(Duration.ofSeconds(1));
  }

  @Test
  void aCallMayTakeFiveSecondsAndNeverMoreThanIsLeft() {
    graph.callTakes = Duration.ofSeconds(3);
    scenario.memberOf(ids(11_001)).bound(ids(241));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.TOO_SLOW));
    assertThat(graph.timeouts)
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(4),
            Duration.ofSeconds(1));
  }

  @Test
  void eachQuestionHasItsOwnTime() {
    graph.callTakes = Duration.ofSeconds(9);

    assertThat(scenario.find()).isEqualTo(ANSWERED);
    assertThat(scenario.find()).isEqualTo(ANSWERED);
  }
}
