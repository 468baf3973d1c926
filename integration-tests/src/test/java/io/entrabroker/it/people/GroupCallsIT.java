package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.CURATORS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often Microsoft Graph is asked which groups somebody is in: no more than needed. */
@CleanLog
class GroupCallsIT extends PeopleTest {

  private static final String SCOPES = "openid profile email GroupMember.Read.All";
  private static final int MANY = 11_000;

  @Test
  void groupsInTheTokenNeedNoCall() {
    Someone tess = new Someone("Tess");
    entra(
        tess.arrives(),
        GroupChange.addSeries(GroupSeries.of(tess.objectId(), 9)),
        GroupChange.add(ANALYSTS, "Analysts", tess.objectId()));
    trialWith("groupBindings", bound(ANALYSTS, INSIGHTS, STEWARDS, CURATORS));

    assertThat(list(claimsOf(tess), "groups")).containsExactly(INSIGHTS);
    assertThat(graphCalls()).isEmpty();
  }

  @Test
  void elevenThousandGroupsAndTwoBindingsAreOneCall() {
    Someone theo = new Someone("Theo");
    GroupSeries series = GroupSeries.of(theo.objectId(), MANY).inChainsOf(10);
    entra(theo.arrives(), GroupChange.addSeries(series), groupsMayBeRead());
    trialWith(
        "groupBindings",
        bound(series.id(MANY), INSIGHTS, STEWARDS, CURATORS),
        "defaultScope",
        SCOPES);

    assertThat(list(claimsOf(theo), "groups")).containsExactly(INSIGHTS);
    assertThat(paths()).containsExactly("/v1.0/me/checkMemberGroups");
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void elevenThousandGroupsAndManyBindingsAreOneCall() {
    Someone tina = new Someone("Tina");
    GroupSeries series = GroupSeries.of(tina.objectId(), MANY);
    GroupSeries foreign =
        GroupSeries.of(tina.objectId(), 10).withIdPrefix("97009599-0000-4000-8000-");
    entra(tina.arrives(), GroupChange.addSeries(series), groupsMayBeRead());
    trialWith(
        "groupBindings",
        bindings(series, "Ours ", 12) + bindings(foreign, "Foreign ", 9),
        "defaultScope",
        SCOPES);

    assertThat(list(claimsOf(tina), "groups")).isEqualTo(teams("Ours ", 12));
    assertThat(paths()).containsExactly("/v1.0/me/getMemberGroups");
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void withoutThePermissionOverGroupsIdsAreAskedForInAnotherWay() {
    Someone toby = new Someone("Toby");
    entra(
        toby.arrives(),
        GroupChange.addSeries(GroupSeries.of(toby.objectId(), 201)),
        GroupChange.add(ANALYSTS, "Analysts", toby.objectId()));
    trialWith("groupBindings", bound(ANALYSTS, INSIGHTS, STEWARDS, CURATORS));

    assertThat(list(claimsOf(toby), "groups")).containsExactly(INSIGHTS);
    assertThat(paths()).containsExactly("/v1.0/me/getMemberObjects");
  }

  private List<String> paths() {
    return graphCalls().stream().map(RecordedRequest::path).toList();
  }

  private static DirectoryChange groupsMayBeRead() {
    return ApplicationChange.consent(Upstreams.WEB_APP, "GroupMember.Read.All");
  }

  private static String bindings(GroupSeries series, String team, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> bound(series.id(number), team + number))
        .collect(Collectors.joining());
  }

  private static List<String> teams(String team, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> team + number).sorted().toList();
  }
}
