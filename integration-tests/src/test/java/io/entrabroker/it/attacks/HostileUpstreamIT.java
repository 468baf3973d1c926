package io.entrabroker.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every attack of the catalogue, against the provider and against its twin that lacks the guard.
 * The list is docs/attacks.md. {@code -Dattacks=text} runs those whose name contains the text.
 */
@CleanLog
class HostileUpstreamIT {

  @BeforeAll
  @AfterAll
  static void forgetTheTrial() {
    Field.forgetTrial();
  }

  static Stream<Attack> attacks() {
    return Catalogue.ALL.stream().filter(HostileUpstreamIT::isWanted);
  }

  static Stream<Attack> allAttacks() {
    return Stream.concat(
        attacks(), Catalogue.STOPPED_BY_OTHERS.stream().filter(HostileUpstreamIT::isWanted));
  }

  // Part of the name, or topics.
  private static boolean isWanted(Attack attack) {
    String wanted = System.getProperty("attacks", "");
    return attack.name().contains(wanted)
        || List.of(wanted.split(",", -1)).contains(attack.topic().name());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allAttacks")
  void isRefused(Attack attack) {
    try (Field field = new Field(Set.of())) {
      attack.scenario().before().accept(field);
      Snapshot before = Snapshot.of(field.realm());
      field.realm().forgetEvents();
      int linesBefore = ourLines(field).size();

      Page end = attack.scenario().strike().apply(field);

      if (attack.ending() == Attack.Ending.KEYCLOAKS_REFUSAL) {
        assertKeycloaksTraces(field, attack, end);
        assertThat(ourLines(field)).hasSize(linesBefore);
      } else {
        assertOurTraces(field, attack, end);
      }
      assertThat(field.attacker().hasSession()).isFalse();
      assertThat(Snapshot.of(field.realm())).isEqualTo(before);
      assertThat(field.lair().told()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void succeedsWhereItsGuardIsOff(Attack attack) {
    try (Field field = new Field(attack.switches())) {
      attack.scenario().before().accept(field);
      Page end = attack.scenario().strike().apply(field);

      assertThat(attack.scenario().success().test(field, end))
          .as(
              "%s %s %s",
              end.getUrl().getPath(), end.getWebResponse().getStatusCode(), reasons(field))
          .isTrue();
    }
  }

  static Stream<Arguments> guardsOfAttacks() {
    return attacks()
        .filter(attack -> attack.switches().size() > 1)
        .flatMap(attack -> attack.switches().stream().map(guard -> Arguments.of(attack, guard)));
  }

  /** Each guard that is named is needed for the success, and would be enough against it. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("guardsOfAttacks")
  void isStoppedByEachOfItsGuardsAlone(Attack attack, Switch guard) {
    Set<Switch> others = EnumSet.copyOf(attack.switches());
    others.remove(guard);
    try (Field field = new Field(others)) {
      attack.scenario().before().accept(field);
      Page end = attack.scenario().strike().apply(field);

      assertThat(attack.scenario().success().test(field, end)).isFalse();
    }
  }

  // Of a provider that is switched off Keycloak says that there is none, and writes no event.
  private static void assertKeycloaksTraces(Field field, Attack attack, Page end) {
    int status = end.getWebResponse().getStatusCode();
    assertThat("HTTP " + status).isEqualTo(attack.code());
    assertThat(field.realm().refusals().isEmpty()).isEqualTo(status == 404);
  }

  private static void assertOurTraces(Field field, Attack attack, Page end) {
    JsonNode refusals = field.realm().refusals();
    // Keycloak's own check of a state may write two events, which belong together.
    Set<String> reasons = Set.copyOf(refusals.findValuesAsText("reason"));
    Set<String> incidents = Set.copyOf(refusals.findValuesAsText("incident"));
    assertThat(reasons).as(refusals.toString()).containsExactly(attack.code());
    assertThat(incidents).hasSize(1);
    String incident = incidents.iterator().next();
    assertThat(ourLines(field))
        .filteredOn(line -> line.contains(incident))
        .hasSize(1)
        .first()
        .asString()
        .contains(attack.code());
    if (attack.ending() == Attack.Ending.OUR_PAGE) {
      assertThat(Person.html(end).asNormalizedText()).contains(incident);
    }
  }

  private static List<String> ourLines(Field field) {
    return field.realm().logLines("[io.entrabroker]");
  }

  private static List<String> reasons(Field field) {
    return field.realm().refusals().findValuesAsText("reason");
  }
}
