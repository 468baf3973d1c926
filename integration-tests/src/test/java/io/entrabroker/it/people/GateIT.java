package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.OTHERS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** Who is let in: decided before there is a user, and again at every sign-in. */
@CleanLog
class GateIT extends PeopleTest {

  private static final String CLOSED = "You do not have access here yet";

  @Test
  void whoeverIsInNoneOfTheGroupsIsRefusedBeforeThereIsAUser() {
    Someone olga = arrived("Olga");
    entra(
        GroupChange.add(ANALYSTS, "Analysts"),
        GroupChange.add(OTHERS, "Analysts", olga.objectId()));
    trialWith("accessGate", ANALYSTS + ", " + STEWARDS);
    HtmlPage page = assertRefused(olga, "ENTRA4201");

    assertThat(page.getWebResponse().getStatusCode()).isEqualTo(403);
    assertThat(page.asNormalizedText()).contains(CLOSED).doesNotContain(olga.name());
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void whoeverLosesTheGroupIsRefusedTheNextTime() {
    Someone oscar = arrived("Oscar");
    entra(GroupChange.add(ANALYSTS, "Analysts", oscar.objectId()));
    trialWith("accessGate", ANALYSTS);
    tokenOf(oscar);
    entra(GroupChange.removeMember(ANALYSTS, oscar.objectId()));

    assertRefused(oscar, "ENTRA4201");
    entra(GroupChange.addMember(ANALYSTS, oscar.objectId()));
    tokenOf(oscar);
  }

  @Test
  void aGroupInAListedGroupOpensTheGate() {
    Someone orla = arrived("Orla");
    entra(
        GroupChange.add(OTHERS, "Inner circle", orla.objectId()),
        GroupChange.add(ANALYSTS, "Analysts", OTHERS));
    trialWith("accessGate", ANALYSTS);

    assertThat(claimsOf(orla).get("preferred_username").asText()).isEqualTo(orla.name());
  }

  @Test
  void anAppRoleThatIsMappedOpensTheGate() {
    Someone otis = arrived("Otis");
    trialWith("accessGate", "mapped-role", "appRoles", "DataSteward = DataSteward");
    assertRefused(otis, "ENTRA4201");
    assertThat(realm.users()).isEmpty();
    entra(ApplicationChange.assignRole(Upstreams.WEB_APP, otis.objectId(), "DataSteward"));

    tokenOf(otis);
  }

  @Test
  void aGroupThatGivesARoleOpensTheGate() {
    Someone odo = arrived("Odo");
    entra(GroupChange.add(STEWARDS, "Stewards"));
    trialWith("accessGate", "mapped-role", "groupRoles", bound(STEWARDS, "DataSteward"));
    assertRefused(odo, "ENTRA4201");
    entra(GroupChange.addMember(STEWARDS, odo.objectId()));

    tokenOf(odo);
  }

  @Test
  void whereItCannotBeFoundOutTheGateStaysClosed() {
    Someone ophelia = arrived("Ophelia");
    entra(
        GroupChange.add(ANALYSTS, "Analysts", ophelia.objectId()),
        GroupChange.addSeries(GroupSeries.of(ophelia.objectId(), 201)));
    trialWith("accessGate", ANALYSTS);
    stack.simulator().takeGraphDown();
    HtmlPage page = assertRefused(ophelia, "ENTRA4202");

    assertThat(page.getWebResponse().getStatusCode()).isEqualTo(503);
    assertThat(page.asNormalizedText()).contains("could not check your access");
    assertThat(realm.users()).isEmpty();
    stack.simulator().bringGraphBack();
    tokenOf(ophelia);
  }

  @Test
  void groupsThatDecideNothingNeedNotBeKnown() {
    Someone owen = arrived("Owen");
    entra(GroupChange.addSeries(GroupSeries.of(owen.objectId(), 201)));
    trialWith("accessGate", "everyone");
    stack.simulator().takeGraphDown();
    tokenOf(owen);

    assertThat(graphCalls()).isEmpty();
    assertThat(realm.findings()).isEmpty();
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }
}
