package io.entrabroker.graph;

import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupScope;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever Microsoft Graph answers, nothing is thrown and nothing is believed that was not asked.
 */
class GraphPropertyTest {

  private static final List<String> MEMBERS =
      List.of(
          "value",
          "id",
          "displayName",
          "@odata.type",
          "@odata.nextLink",
          "principalId",
          "principalType",
          "error",
          "code");
  private static final List<String> LEAVES =
      List.of(
          "null",
          "true",
          "7",
          "-1.5e300",
          "\"\"",
          "\"Group\"",
          "\"#microsoft.graph.group\"",
          "\"" + id(1) + "\"",
          "\"" + id(2) + "\"",
          "\"" + id(77) + "\"",
          "\"https://graph.microsoft.com/v1.0/me/a\"",
          "\"https://graph.microsoft.com/v1.0/me/b\"",
          "\"https://evil.example/\"",
          "\"Directory_ResultSizeLimitExceeded\"");
  private static final int[] STATUSES = {200, 200, 200, 200, 200, 200, 400, 403, 404, 429, 503, 0};

  @Test
  void noAnswerMakesItThrowAndNothingUnaskedIsBelieved() {
    Random random = new Random(20261122);
    int known = 0;
    for (int i = 0; i < 5_000; i++) {
      GraphScenario scenario = scenario(random);
      IntStream.range(0, 60).forEach(call -> scenario.graph.next(anyAnswer(random)));
      GroupNeeds needs = scenario.needs();
      Set<GroupId> inToken = Set.of(id(1), id(3));

      GroupMembership found = random.nextBoolean() ? scenario.find() : scenario.complete(inToken);

      if (found instanceof Known answer) {
        known++;
        assertThat(answer.ids()).containsAll(answer.named());
        assertThat(answer.names().keySet()).isEqualTo(needs.nameless(answer.named()));
        if (!needs.namesAssignedGroups()) {
          assertThat(needs.ids()).containsAll(answer.ids());
        }
      }
      assertThat(scenario.graph.requests)
          .allMatch(
              request ->
                  request.target().toString().startsWith("https://graph.microsoft.com/v1.0/"));
    }
    assertThat(known).isGreaterThan(250);
  }

  private static GraphScenario scenario(Random random) {
    GraphScenario scenario = new GraphScenario().bound(ids(random.nextInt(30)));
    scenario.scope(random.nextBoolean() ? GroupScope.ALL : GroupScope.ASSIGNED);
    if (random.nextBoolean()) {
      scenario.owned(Set.of(id(2)));
    }
    return switch (random.nextInt(3)) {
      case 0 -> scenario;
      case 1 -> scenario.listed(Set.of(id(1), id(2), id(30)));
      default -> scenario.named(GraphScenario.ASSIGNED);
    };
  }

  private static GraphAnswer anyAnswer(Random random) {
    int status = STATUSES[random.nextInt(STATUSES.length)];
    String body =
        random.nextInt(3) > 0
            ? "{\"value\":" + anyList(random, 2) + next(random) + "}"
            : any(random, 3);
    return FakeGraph.answer(status, random.nextBoolean() ? "0" : "soon", body);
  }

  private static String next(Random random) {
    return random.nextInt(4) > 0 ? "" : ",\"@odata.nextLink\":" + any(random, 0);
  }

  private static String any(Random random, int depth) {
    int kind = depth == 0 ? 2 : random.nextInt(3);
    if (kind == 2) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    return kind == 1 ? anyList(random, depth) : anyObject(random, depth);
  }

  private static String anyList(Random random, int depth) {
    boolean objects = random.nextBoolean();
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> objects ? likeAGroup(random) : any(random, depth - 1))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String likeAGroup(Random random) {
    String id = any(random, 0);
    return "{\"id\":" + id + ",\"principalId\":" + id + ",\"principalType\":\"Group\"}";
  }

  private static String anyObject(Random random, int depth) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            i ->
                "\"" + MEMBERS.get(random.nextInt(MEMBERS.size())) + "\":" + any(random, depth - 1))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
