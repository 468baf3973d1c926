package io.entrabroker.graph;

import static io.entrabroker.graph.FakeGraph.answer;
import static io.entrabroker.graph.FakeGraph.group;
import static io.entrabroker.graph.FakeGraph.ok;
import static io.entrabroker.groups.Samples.id;
import static io.entrabroker.groups.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupMembership.Unknown;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the next page of an answer is read, and where not. */
class GraphPagesTest {

  private static final GraphAnswer NO = answer(403, "", "{}");

  private final GraphScenario scenario =
      new GraphScenario().memberOf(ids(5)).bound(Set.of(id(1), id(9)));
  private final FakeGraph graph = scenario.graph;

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

  private static String page(String link, int number) {
    return "{\"value\":[" + group(number, "null") + "],\"@odata.nextLink\":\"" + link + "\"}";
  }
}
