package io.entrabroker.graph;

import static io.entrabroker.graph.FakeGraph.answer;
import static io.entrabroker.graph.FakeGraph.group;
import static io.entrabroker.graph.FakeGraph.ok;
import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.graph.GraphAnswer.Cause;
import io.entrabroker.graph.GraphAnswer.NotAnswered;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a question that is not answered as it should be. */
class GraphFailuresTest {

  private static final String OVERFLOW =
      "{\"error\":{\"code\":\"Directory_ResultSizeLimitExceeded\"}}";

  private static final GroupMembership ANSWERED = Known.of(Set.of(id(1)));

  private static final GraphAnswer NO = answer(403, "", "{}");

  private final GraphScenario scenario =
      new GraphScenario().memberOf(ids(5)).bound(Set.of(id(1), id(9)));
  private final FakeGraph graph = scenario.graph;

  @ParameterizedTest
  @CsvSource({"UNREACHABLE, GRAPH_DOWN", "TIMED_OUT, TOO_SLOW"})
  void whereThereIsNoAnswerMembershipIsUnknown(Cause cause, Reason reason) {
    graph.next(new NotAnswered(cause));

    assertThat(scenario.find()).isEqualTo(new Unknown(reason));
    assertThat(graph.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 405, 410, 201, 204, 302, 307})
  void otherAnswersThanExpectedEndTheQuestion(int status) {
    graph.next(answer(status, "", "{\"value\":[]}"));

    assertThat(scenario.find())
        .isEqualTo(new Unknown(status == 401 ? Reason.NO_PERMISSION : Reason.ODD_ANSWER));
    assertThat(graph.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"400, ODD_ANSWER", "403, NO_PERMISSION", "404, ODD_ANSWER"})
  void whereNoWayOfAskingLeadsOnMembershipIsUnknown(int status, Reason reason) {
    GraphAnswer refusal = answer(status, "", "{}");
    graph.next(refusal, refusal, refusal);

    assertThat(scenario.find()).isEqualTo(new Unknown(reason));
    assertThat(graph.calls).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"x\"",
        "{}",
        "{\"value\":null}",
        "{\"value\":{}}",
        "{\"value\":\"x\"}",
        "{\"value\":[null]}",
        "{\"value\":[7]}",
        "{\"value\":[{}]}",
        "{\"value\":[\"Data stewards\"]}",
        "{\"value\":[\"1-1-1-1-1\"]}",
        "{\"value\":[],\"@odata.nextLink\":\"https://graph.microsoft.com/v1.0/me/x\"}",
        "<html>"
      })
  void anOddListOfIdsIsNoAnswer(String body) {
    graph.next(ok(body));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"value\":{}}",
        "{\"value\":[7]}",
        "{\"value\":[null]}",
        "{\"value\":[[]]}",
        "{\"value\":[{}]}",
        "{\"value\":[{\"id\":7}]}",
        "{\"value\":[{\"id\":\"x\"}]}",
        "{\"value\":[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"displayName\":7}]}"
      })
  void anOddPageIsNoAnswer(String body) {
    graph.next(NO, NO, ok(body));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
  }

  @Test
  void groupsThatNobodyAskedForDoNotCount() {
    graph.next(ok("{\"value\":[\"" + id(1) + "\",\"" + id(77) + "\"]}"));

    assertThat(scenario.find()).isEqualTo(ANSWERED);
  }

  @Test
  void aCheckThatIsAnsweredForAnotherCheckDoesNotCount() {
    scenario.memberOf(ids(11_001)).bound(ids(40));
    graph.script.add(request -> answer(400, "", OVERFLOW));
    graph.next(ok("{\"value\":[\"" + id(1) + "\",\"" + id(40) + "\"]}"), ok("{\"value\":[]}"));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(1))));
  }

  @Test
  void objectsOfOtherTypesAreNoGroups() {
    graph.next(
        NO,
        NO,
        ok(
            "{\"value\":[{\"@odata.type\":\"#microsoft.graph.directoryRole\",\"id\":\""
                + id(1)
                + "\"},{\"@odata.type\":7},{\"@odata.type\":null,\"id\":\""
                + id(9)
                + "\"}]}"));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(9))));
  }

  @Test
  void namesOfGroupsThatNobodyAskedForDoNotCount() {
    scenario.listed(Set.of(id(2)));
    graph.next(
        ok("{\"value\":[\"" + id(2) + "\"]}"),
        ok("{\"value\":[" + group(2, "\"Two\"") + "," + group(1, "\"Admins\"") + "]}"));

    assertThat(scenario.find())
        .isEqualTo(new Known(Set.of(id(2)), Set.of(id(2)), Map.of(id(2), "Two")));
  }

  @Test
  void ofTwoNamesForOneGroupTheFirstStands() {
    scenario.listed(Set.of(id(2)));
    graph.next(
        ok("{\"value\":[\"" + id(2) + "\"]}"),
        ok("{\"value\":[" + group(2, "\"Two\"") + "," + group(2, "\"Admins\"") + "]}"));

    assertThat(((Known) scenario.find()).names()).containsValue("Two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"value\":[]}", "{\"value\":[%s]}"})
  void aNameThatDoesNotComeIsAMissingPermission(String body) {
    scenario.listed(Set.of(id(2)));
    graph.next(ok("{\"value\":[\"" + id(2) + "\"]}"), ok(String.format(body, group(2, "null"))));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.NO_PERMISSION));
  }

  @Test
  void anOddNameIsNoAnswer() {
    scenario.listed(Set.of(id(2)));
    graph.next(
        ok("{\"value\":[\"" + id(2) + "\"]}"), ok("{\"value\":[" + group(2, "[\"x\"]") + "]}"));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
  }

  @Test
  void aSecondBatchOfNamesThatFailsEndsTheQuestion() {
    scenario.memberOf(ids(1001)).listed(ids(1001)).bound(Set.of());
    graph.script.add(request -> answer(500, "60", ""));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.GRAPH_DOWN));

    graph.next(ok("{\"value\":" + idList(1001) + "}"), ok("{\"value\":[]}"), answer(500, "9", ""));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.GRAPH_DOWN));
  }

  @Test
  void aSecondCheckThatFailsGivesWayToPagesOrEndsTheQuestion() {
    scenario.memberOf(ids(11_001)).bound(ids(40));
    graph.next(answer(400, "", OVERFLOW), ok("{\"value\":[]}"), answer(500, "9", ""));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.GRAPH_DOWN));
    assertThat(graph.calls).hasSize(3);
  }

  @Test
  void graphIsAskedWhereTheConfigurationSays() {
    graph.origin = URI.create("http://localhost:9090");

    assertThat(scenario.find()).isEqualTo(ANSWERED);
    assertThat(graph.requests.get(0).target())
        .hasToString("http://localhost:9090/v1.0/me/checkMemberGroups");
  }

  @Test
  void neitherTokenNorNamesShowInTheText() {
    GraphAnswer named = ok("{\"value\":[" + group(1, "\"Mergers\"") + "]}");
    graph.next(named);
    scenario.find();

    assertThat(List.of(graph.requests.get(0), named).toString())
        .contains("checkMemberGroups", "Answered[status=200")
        .doesNotContain("the token", "Mergers");
    assertThat(
            new GraphAccess(
                graph.origin,
                FakeGraph.CLIENT_ID,
                new Secret("the token"),
                GrantedScopes.unknown()))
        .asString()
        .doesNotContain("the token");
  }

  @Test
  void aClientIdThatIsNoGuidIsNotPutIntoAnAddress() {
    assertThatThrownBy(
            () ->
                new GraphAccess(
                    graph.origin, "x')/../../me", new Secret("x"), GrantedScopes.unknown()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String idList(int count) {
    return ids(count).stream().map(id -> "\"" + id + "\"").toList().toString();
  }
}
