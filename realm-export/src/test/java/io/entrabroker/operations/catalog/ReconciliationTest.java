package io.entrabroker.operations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.operations.catalog.CatalogPerson.Rights;
import io.entrabroker.operations.catalog.CatalogPerson.Team;
import io.entrabroker.operations.catalog.RealmWord.Known;
import io.entrabroker.operations.catalog.RealmWord.Unknown;
import io.entrabroker.operations.catalog.Reconciliation.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final Known NOTHING = new Known(Set.of("DataConsumer"), Set.of());
  private static final Known ADMIN = new Known(Set.of("Admin"), Set.of("Curators"));
  private static final CatalogPerson BOSS = person("boss", Rights.ADMINISTRATOR);

  private final List<String> asked = new ArrayList<>();

  private static CatalogPerson person(String name, Rights rights, String... teams) {
    return new CatalogPerson(
        "id-" + name,
        name,
        name + "@Contoso.com",
        rights,
        Stream.of(teams).map(team -> new Team("id-" + team, team)).toList());
  }

  private static Bounds bounds(String... administrators) {
    return new Bounds(
        Set.of("Curators", "Insights"),
        Bounds.Roles.TOKEN,
        List.of(administrators),
        Set.of("kept"),
        "caller");
  }

  private Reconciliation plan(Bounds bounds, Map<CatalogPerson, RealmWord> people) {
    return Reconciliation.plan(
        List.copyOf(people.keySet()),
        person -> {
          asked.add(person.name());
          return people.getOrDefault(person, NOTHING);
        },
        bounds);
  }

  /** What one person loses beside an administrator who stays. */
  private List<String> losses(CatalogPerson person, RealmWord word, Bounds bounds) {
    return plan(bounds, Map.of(BOSS, ADMIN, person, word)).removals().stream()
        .map(Removal::sentence)
        .toList();
  }

  @Test
  void whoLeftLosesTheTeamAndTheRights() {
    assertThat(losses(person("ada", Rights.ADMINISTRATOR, "Curators"), NOTHING, bounds()))
        .containsExactly("ada loses the rights of an administrator, the team Curators");
  }

  @Test
  void whoeverIsUnknownLosesNothing() {
    assertThat(
            losses(person("ada", Rights.ADMINISTRATOR, "Curators"), new Unknown("gone"), bounds()))
        .isEmpty();
  }

  @Test
  void teamsOfNobodysBindingStay() {
    assertThat(losses(person("ada", Rights.MEMBER, "Others"), NOTHING, bounds())).isEmpty();
    assertThat(asked).containsExactly("boss");
    assertThat(losses(person("ada", Rights.MEMBER, "Others", "Insights"), NOTHING, bounds()))
        .containsExactly("ada loses the team Insights");
  }

  @Test
  void whoIsStillInATeamStaysThere() {
    assertThat(
            losses(
                person("ada", Rights.MEMBER, "Curators", "Insights"),
                new Known(Set.of(), Set.of("Curators")),
                bounds()))
        .containsExactly("ada loses the team Insights");
  }

  @Test
  void administratorsByTheSettingsStay() {
    CatalogPerson ada = person("ada", Rights.ADMINISTRATOR);

    assertThat(losses(ada, NOTHING, bounds("ada"))).isEmpty();
    assertThat(losses(ada, NOTHING, bounds("ada@contoso.com"))).isEmpty();
    assertThat(losses(ada, NOTHING, bounds("grace"))).hasSize(1);
  }

  @Test
  void whoAsksAndWhoIsKeptStay() {
    CatalogPerson caller = person("caller", Rights.ADMINISTRATOR, "Curators");

    assertThat(losses(caller, NOTHING, bounds())).containsExactly("caller loses the team Curators");
    assertThat(losses(person("kept", Rights.ADMINISTRATOR, "Curators"), NOTHING, bounds()))
        .isEmpty();
  }

  @Test
  void whereRolesAreTheCatalogsOwnBusinessAdministratorsStay() {
    Bounds own =
        new Bounds(Set.of("Curators"), Bounds.Roles.CATALOG, List.of(), Set.of(), "caller");

    assertThat(losses(person("ada", Rights.ADMINISTRATOR, "Curators"), NOTHING, own))
        .containsExactly("ada loses the team Curators");
  }

  @Test
  void thereIsAlwaysAnAdministratorWhomTheRealmKnows() {
    CatalogPerson ada = person("ada", Rights.ADMINISTRATOR, "Curators");
    CatalogPerson unknown = person("admin", Rights.ADMINISTRATOR);

    Reconciliation plan =
        plan(bounds(), Map.of(ada, NOTHING, unknown, new Unknown("nobody has the address.")));

    assertThat(plan.removals().stream().map(Removal::sentence))
        .containsExactly("ada loses the team Curators");
    assertThat(plan.leftAlone())
        .anyMatch(sentence -> sentence.contains("Nobody whom the realm knows"));
  }

  @Test
  void aPatchLooksAtEveryTeamBeforeItTakesItAndKeepsTheOrder() {
    CatalogPerson now = person("ada", Rights.ADMINISTRATOR, "Curators", "Others", "Insights");
    Removal removal = new Removal(now, Set.of("Curators", "Insights"), Rights.MEMBER);

    assertThat(removal.patch(now))
        .isEqualTo(
            Nodes.json(
                "[{'op':'test','path':'/teams/2/id','value':'id-Insights'},"
                    + "{'op':'remove','path':'/teams/2'},"
                    + "{'op':'test','path':'/teams/0/id','value':'id-Curators'},"
                    + "{'op':'remove','path':'/teams/0'},"
                    + "{'op':'replace','path':'/isAdmin','value':false}]"));
  }

  @Test
  void whatSomebodyElseHasTakenMeanwhileIsNotTakenAgain() {
    CatalogPerson then = person("ada", Rights.ADMINISTRATOR, "Curators");
    CatalogPerson now = person("ada", Rights.MEMBER, "Others");
    Removal removal = new Removal(then, Set.of("Curators"), Rights.MEMBER);

    assertThat(removal.patch(now)).isEmpty();
    assertThat(removal.isDoneFor(now)).isTrue();
    assertThat(removal.isDoneFor(then)).isFalse();
  }

  @Test
  void nothingPersonalIsInAPersonsText() {
    assertThat(BOSS).hasToString("CatalogPerson[id=id-boss]");
  }
}
