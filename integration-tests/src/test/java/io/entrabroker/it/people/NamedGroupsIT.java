package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.CURATORS;
import static io.entrabroker.it.people.Groups.OTHERS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Teams have rights in the catalog and are found by name, and anybody may name a group in Entra.
 */
@CleanLog
class NamedGroupsIT extends PeopleTest {

  private static final String SCOPES =
      "openid profile email GroupMember.Read.All Application.Read.All";

  @Test
  void aGroupNamedLikeATeamGivesNothing() {
    Someone mona = new Someone("Mona");
    Someone max = new Someone("Max");
    entra(
        mona.arrives(),
        max.arrives(),
        GroupChange.add(STEWARDS, CURATORS, mona.objectId()),
        GroupChange.add(OTHERS, CURATORS, max.objectId()));
    trialWith("groupBindings", bound(STEWARDS, CURATORS), "groupRoles", bound(STEWARDS, "Admin"));

    assertThat(list(claimsOf(mona), "groups")).containsExactly(CURATORS);
    JsonNode outsider = claimsOf(max);
    assertThat(list(outsider, "groups")).isEmpty();
    assertThat(list(outsider, "roles")).containsExactly("DataConsumer");
  }

  @Test
  void aGroupNamedLikeATeamWithPrefixGivesNothing() {
    Someone maud = new Someone("Maud");
    Someone moss = new Someone("Moss");
    entra(
        maud.arrives(),
        moss.arrives(),
        GroupChange.add(ANALYSTS, "Finance", maud.objectId()),
        GroupChange.add(STEWARDS, "Finance", moss.objectId()),
        GroupChange.add(OTHERS, "entra-Finance", moss.objectId()));
    trialWithNames(ANALYSTS);

    assertThat(list(claimsOf(maud), "groups")).containsExactly("entra-Finance");
    assertThat(list(claimsOf(moss), "groups")).isEmpty();
  }

  @Test
  void aListedGroupThatIsNamedLikeABoundTeamDoesNotBecomeIt() {
    Someone mira = new Someone("Mira");
    entra(mira.arrives(), GroupChange.add(ANALYSTS, "Owners", mira.objectId()));
    trialWithNames(ANALYSTS, "groupBindings", bound(STEWARDS, "entra-Owners"));

    assertThat(list(claimsOf(mira), "groups")).isEmpty();
    assertThat(logged("ENTRA5102 "))
        .hasSize(1)
        .first()
        .asString()
        .contains(ANALYSTS, "NAME_BOUND_EXPLICITLY")
        .doesNotContain("Owners");
  }

  @Test
  void aGroupThatIsRenamedInEntraKeepsItsTeam() {
    Someone milo = new Someone("Milo");
    entra(milo.arrives(), GroupChange.add(ANALYSTS, "Finance", milo.objectId()));
    trialWithNames(ANALYSTS);
    claimsOf(milo);
    entra(GroupChange.rename(ANALYSTS, "Money"));

    assertThat(list(claimsOf(milo), "groups")).containsExactly("entra-Finance");
    assertThat(teams()).containsExactly("entra-Finance");
  }

  @Test
  void aSecondGroupOfTheNameDoesNotTakeTheTeamOver() {
    Someone mary = new Someone("Mary");
    Someone mark = new Someone("Mark");
    entra(
        mary.arrives(),
        mark.arrives(),
        GroupChange.add(ANALYSTS, "Finance", mary.objectId()),
        GroupChange.add(STEWARDS, "finance", mark.objectId()));
    trialWithNames(ANALYSTS + ", " + STEWARDS);

    assertThat(list(claimsOf(mary), "groups")).containsExactly("entra-Finance");
    assertThat(list(claimsOf(mark), "groups")).isEmpty();
    assertThat(teams()).containsExactly("entra-Finance");
    assertThat(logged("ENTRA5102 ")).hasSize(1).first().asString().contains(STEWARDS);
  }

  @Test
  void onlyGroupsAssignedToTheApplicationBecomeTeams() {
    Someone mina = new Someone("Mina");
    entra(
        mina.arrives(),
        GroupChange.add(ANALYSTS, "Finance", mina.objectId()),
        GroupChange.add(OTHERS, "Chess club", mina.objectId()),
        ApplicationChange.assign(Upstreams.WEB_APP, ANALYSTS));
    trialWithNames("assigned");
    assertThat(list(claimsOf(mina), "groups")).containsExactly("entra-Finance");
    entra(ApplicationChange.unassign(Upstreams.WEB_APP, ANALYSTS));

    assertThat(list(claimsOf(mina), "groups")).isEmpty();
  }

  @Test
  void whereAssignmentsCannotBeReadNothingIsLeft() {
    Someone moe = new Someone("Moe");
    entra(
        moe.arrives(),
        GroupChange.add(ANALYSTS, "Finance", moe.objectId()),
        ApplicationChange.assign(Upstreams.WEB_APP, ANALYSTS));
    trialWithNames("assigned");
    claimsOf(moe);
    entra(ApplicationChange.unassign(Upstreams.WEB_APP, ANALYSTS));
    stack.simulator().failNextGraphRequestWith(403);

    assertThat(list(claimsOf(moe), "groups")).containsExactly("entra-Finance");
    assertThat(realm.findings()).containsExactly("ENTRA5101");
    assertThat(logged("ASSIGNMENTS_UNREADABLE")).hasSize(1);
  }

  private void trialWithNames(String named, String... more) {
    entra(
        ApplicationChange.consent(
            Upstreams.WEB_APP, "GroupMember.Read.All", "Application.Read.All"));
    List<String> settings =
        new ArrayList<>(
            List.of("namedGroups", named, "namedGroupPrefix", "entra-", "defaultScope", SCOPES));
    settings.addAll(List.of(more));
    trialWith(settings.toArray(String[]::new));
  }

  private List<String> teams() {
    return stack.admin().get("/openmetadata/groups").findValuesAsText("name");
  }
}
