package io.entrabroker.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogLimit;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.signin.Rejection;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of every person in {@code src/test/resources/people}, in every band of the catalog
 * and for both kinds of client. {@code docs/people.md} shows the same.
 */
class PeopleTest {

  private static final List<PersonFixture> PEOPLE = PersonFixture.all();

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("everybodyEverywhere")
  void thePersonIsWhoTheTableSays(PersonFixture person, CatalogVersion version, ClientKind client) {
    assertThat(FictionalSignIns.outcome(person, version, client).json())
        .as(person.rule())
        .isEqualTo(expected(person, version, client));
  }

  static Stream<Arguments> everybodyEverywhere() {
    return PEOPLE.stream()
        .flatMap(
            person ->
                Arrays.stream(CatalogVersion.values())
                    .flatMap(
                        version ->
                            Arrays.stream(ClientKind.values())
                                .map(client -> Arguments.of(person, version, client))));
  }

  // What a band does to everybody alike is not repeated in every file.
  private static ObjectNode expected(
      PersonFixture person, CatalogVersion version, ClientKind client) {
    ObjectNode expected = person.expected(version, client).deepCopy();
    Set<CatalogLimit> limits = FictionalSignIns.setup(version, client).limits();
    if (limits.contains(CatalogLimit.DISPLAY_NAME_NOT_STORED)) {
      expected.remove("displayName");
    }
    if (limits.contains(CatalogLimit.TEAMS_IGNORED)) {
      expected.remove("teams");
    }
    return expected;
  }

  @Test
  void thereAreSixtyPeopleAtLeastAndSomeForEveryTopic() {
    assertThat(PEOPLE).hasSizeGreaterThanOrEqualTo(60);
    assertThat(PEOPLE.stream().map(PersonFixture::topic)).contains(Topic.values());
  }

  @Test
  void everybodyStandsForARuleOfTheirOwn() {
    assertThat(PEOPLE.stream().map(PersonFixture::rule)).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void noTwoPeopleDifferInNothingButWhatTheyAreCalled() {
    assertThat(PEOPLE.stream().map(PersonFixture::essence)).doesNotHaveDuplicates();
  }

  @Test
  void everyReasonToRefuseAPersonIsShown() {
    Set<String> shown = new TreeSet<>();
    PEOPLE.forEach(
        person ->
            person
                .json()
                .path("expected")
                .forEach(outcome -> shown.add(outcome.path("refused").asText())));

    assertThat(shown)
        .containsAll(
            Arrays.stream(Rejection.values())
                .map(Rejection::code)
                .filter(code -> code.startsWith("ENTRA4"))
                .toList());
  }

  // ENTRA50 to ENTRA52 are about people; what comes later is about the server's own set-up.
  @Test
  void everyFindingAboutPeopleIsShown() {
    Set<Finding> shown = EnumSet.noneOf(Finding.class);
    PEOPLE.forEach(
        person ->
            person
                .json()
                .path("expected")
                .forEach(
                    outcome ->
                        outcome
                            .path("findings")
                            .forEach(name -> shown.add(Finding.valueOf(name.asText())))));

    assertThat(shown)
        .containsExactlyElementsOf(
            Arrays.stream(Finding.values())
                .filter(finding -> finding.code().compareTo("ENTRA53") < 0)
                .toList());
  }

  @Test
  void everyFileIsNamedAfterItsPersonAndSaysNothingThatNobodyReads() {
    for (PersonFixture person : PEOPLE) {
      assertThat(person.file()).isEqualTo(fileName(person.person()));
      assertThat(names(person.json().fieldNames()))
          .as(person.file())
          .isSubsetOf(PersonFixture.FIELDS);
      assertThat(names(person.before().fieldNames()))
          .as(person.file())
          .isSubsetOf(PersonFixture.BEFORE);
      assertThat(names(person.json().path("expected").fieldNames()))
          .as(person.file())
          .isEqualTo(expectationsInUse(person));
    }
  }

  private static Set<String> expectationsInUse(PersonFixture person) {
    Set<String> used = new HashSet<>();
    for (CatalogVersion version : CatalogVersion.values()) {
      for (ClientKind client : ClientKind.values()) {
        used.add(person.expectation(version, client));
      }
    }
    return used;
  }

  private static Set<String> names(java.util.Iterator<String> names) {
    List<String> all = new ArrayList<>();
    names.forEachRemaining(all::add);
    return new HashSet<>(all);
  }

  private static String fileName(String person) {
    return Normalizer.normalize(person.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[\\p{M}']", "")
        .replace("ø", "o")
        .replaceAll("[^a-z0-9]+", "-");
  }
}
