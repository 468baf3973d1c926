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
    String wanted = System.getProperty("attacks", "");
    return Catalogue.ALL.stream()
        .filter(attack -> attack.name().contains(wanted) || attack.topic().name().equals(wanted));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefused(Attack attack) {
    try (Field field = new Field(Set.of())) {
      attack.scenario().before().accept(field);
      Snapshot before = Snapshot.of(field.realm());
      field.realm().forgetEvents();

      Page end = attack.scenario().strike().apply(field);

      assertTraces(field, attack, end);
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

  private static void assertTraces(Field field, Attack attack, Page end) {
    JsonNode refusals = field.realm().refusals();
    if (attack.ending() == Attack.Ending.KEYCLOAKS_REFUSAL) {
      assertThat("HTTP " + end.getWebResponse().getStatusCode()).isEqualTo(attack.code());
      // Of a provider that is switched off Keycloak says that there is none, and writes no event.
      assertThat(refusals.isEmpty()).isEqualTo(end.getWebResponse().getStatusCode() == 404);
      return;
    }
    // Keycloak's own check of a state may write two events, which belong together.
    Set<String> reasons = Set.copyOf(refusals.findValuesAsText("reason"));
    Set<String> incidents = Set.copyOf(refusals.findValuesAsText("incident"));
    assertThat(reasons).as(refusals.toString()).containsExactly(attack.code());
    assertThat(incidents).hasSize(1);
    if (attack.ending() == Attack.Ending.OUR_PAGE) {
      String incident = incidents.iterator().next();
      assertThat(Person.html(end).asNormalizedText()).contains(incident);
      assertThat(field.realm().logLines(incident))
          .filteredOn(line -> line.contains("[io.entrabroker]"))
          .hasSize(1)
          .first()
          .asString()
          .contains(attack.code());
    }
  }

  private static List<String> reasons(Field field) {
    return field.realm().refusals().findValuesAsText("reason");
  }
}
