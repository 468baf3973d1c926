package io.entrabroker.graph;

import static io.entrabroker.graph.FakeGraph.answer;
import static io.entrabroker.graph.FakeGraph.ok;
import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.graph.FakeGraph.Permission;
import io.entrabroker.graph.GraphAnswer.Cause;
import io.entrabroker.graph.GraphAnswer.NotAnswered;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import io.entrabroker.groups.GroupScope;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a question that is not answered as it should be. */
class GraphFailuresTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://graph.microsoft.com/v1.0/me/transitiveMemberOf/microsoft.graph.group?$skiptoken=x",
        "https://graph.microsoft.com/v1.0/users/7/transitiveMemberOf?$skiptoken=a%20b%2F",
        "https://graph.microsoft.com/v1.0/users(appId=%27x%27)/memberOf"
      })
  void theNextPageIsReadWhereItBelongs(String link) {
    graph.next(NO, NO, ok(page(link, 9)), ok("{\"value\":[" + group(1, "null") + "]}"));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of(id(1), id(9))));
    assertThat(graph.requests.get(3).target()).hasToString(link);
    assertThat(graph.requests.get(3).headers()).containsEntry("ConsistencyLevel", "eventual");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1.0/me/x",
        "https://graph.microsoft.com.evil/v1.0/me/x",
        "https://graph.microsoft.com@evil.example/v1.0/me/x",
        "https://user:x@graph.microsoft.com/v1.0/me/x",
        "https://graph.microsoft.com:8443/v1.0/me/x",
        "http://graph.microsoft.com/v1.0/me/x",
        "https://graph.microsoft.us/v1.0/me/x",
        "https://graph.microsoft.com/beta/me/x",
        "https://graph.microsoft.com/v1.0",
        "https://graph.microsoft.com/v1.0/../beta/me",
        "https://graph.microsoft.com/v1.0/./me",
        "https://graph.microsoft.com/v1.0//me",
        "https://graph.microsoft.com/v1.0/%2E%2e/beta",
        "https://graph.microsoft.com/v1.0/x%2fy",
        "https://graph.microsoft.com/v1.0/x%5Cy",
        "https://graph.microsoft.com/v1.0/x\\\\y",
        "https://graph.microsoft.com/v1.0/me/x#fragment",
        "https://graph.microsoft.com/v1.0/a b",
        "//graph.microsoft.com/v1.0/me/x",
        "/v1.0/me/x",
        "x",
        ""
      })
  void theAccessTokenGoesNowhereElse(String link) {
    graph.next(NO, NO, ok(page(link, 1)));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
    assertThat(graph.calls).hasSize(3);
  }

  @Test
  void aLinkThatIsNoTextIsNoAnswer() {
    graph.next(NO, NO, ok("{\"value\":[],\"@odata.nextLink\":7}"));

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
  }

  @Test
  void aLinkThatIsNullIsNone() {
    graph.next(NO, NO, ok("{\"value\":[],\"@odata.nextLink\":null}"));

    assertThat(scenario.find()).isEqualTo(Known.of(Set.of()));
  }

  @Test
  void pagesThatGoRoundInCirclesAreNoAnswer() {
    String other = "https://graph.microsoft.com/v1.0/me/b";
    graph.next(NO, NO, ok(page(other, 1)), ok(page(other, 1)));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
    assertThat(graph.calls).hasSize(4);

    graph.next(NO, NO);
    graph.script.add(request -> ok(page(request.target().toString(), 1)));
    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.ODD_ANSWER));
    assertThat(graph.calls).hasSize(7);
  }

  @Test
  void aPageThatFailsEndsTheQuestion() {
    String other = "https://graph.microsoft.com/v1.0/me/b";
    graph.next(NO, NO, ok(page(other, 1)), NO);

    assertThat(scenario.find()).isEqualTo(new Unknown(Reason.NO_PERMISSION));
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

  private static final String OVERFLOW =
      "{\"error\":{\"code\":\"Directory_ResultSizeLimitExceeded\"}}";

  private static String group(int number, String name) {
    return "{\"id\":\"" + id(number) + "\",\"displayName\":" + name + "}";
  }

  private static String page(String link, int number) {
    return "{\"value\":[" + group(number, "null") + "],\"@odata.nextLink\":\"" + link + "\"}";
  }

  private static String idList(int count) {
    return ids(count).stream().map(id -> "\"" + id + "\"").toList().toString();
  }
}
