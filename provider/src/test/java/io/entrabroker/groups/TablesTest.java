package io.entrabroker.groups;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.FINANCE;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.accepted;
import static io.entrabroker.groups.Samples.bindings;
import static io.entrabroker.groups.Samples.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

  @Test
  void aBindingStandsOnEachLine() {
    String text =
        "# who looks after the data\n\n"
            + STEWARDS
            + " = Data stewards\r\n  "
            + ENGINEERS.toString().toUpperCase(Locale.ROOT)
            + "=Engineering  \n";

    assertThat(accepted(GroupBindings.parse(text)))
        .isEqualTo(
            bindings(Map.of(STEWARDS, Set.of("Data stewards"), ENGINEERS, Set.of("Engineering"))));
  }

  @Test
  void aSemicolonEndsALineToo() {
    assertThat(accepted(GroupBindings.parse(STEWARDS + " = A; " + ENGINEERS + " = B;; ")).table())
        .isEqualTo(new Table<>(Map.of(STEWARDS, Set.of("A"), ENGINEERS, Set.of("B"))));
  }

  @Test
  void groupsAndTeamsAreManyToMany() {
    GroupBindings bindings =
        accepted(
            GroupBindings.parse(
                STEWARDS + " = A\n" + STEWARDS + " = B\n" + ENGINEERS + " = B\n" + ENGINEERS
                    + " = B"));

    assertThat(bindings.ids()).containsExactlyInAnyOrder(STEWARDS, ENGINEERS);
    assertThat(bindings.teams()).containsExactly("A", "B");
    assertThat(bindings.teamsOf(Set.of(STEWARDS))).containsExactly("A", "B");
    assertThat(bindings.teamsOf(Set.of(ENGINEERS, FINANCE))).containsExactly("B");
    assertThat(bindings.teamsOf(Set.of(FINANCE))).isEmpty();
  }

  @Test
  void nothingWrittenMeansNothingBound() {
    for (String text : List.of("", " ", "\n\n", ";", "# nothing", "# nothing;")) {
      assertThat(accepted(GroupBindings.parse(text))).isEqualTo(GroupBindings.none());
    }
  }

  @Test
  void aTeamMayHaveAnEqualsSignInItsName() {
    assertThat(accepted(GroupBindings.parse(STEWARDS + " = a=b")).teams()).containsExactly("a=b");
  }

  @Test
  void allProblemsAreSaidAtOnceAndEachSaysWhatToWrite() {
    String problem = problem(GroupBindings.parse("Stewards = A\n" + STEWARDS + "\nx = \"y\""));

    assertThat(problem)
        .contains(
            "'Stewards' is no object id of a group. Copy the Object ID from Entra admin center",
            "'" + STEWARDS + "': There is no '='.",
            "'x' is no object id",
            "Write the name of a team in 1 to 128 characters",
            "Example: 11111111-2222-4333-8444-555555555555 = Data stewards");
  }

  @Test
  void atMostTenProblemsAreSpeltOut() {
    assertThat(problem(GroupBindings.parse(lines(10)))).contains("'x10'").doesNotContain("beyond");
    assertThat(problem(GroupBindings.parse(lines(11))))
        .contains("'x10'")
        .doesNotContain("'x11'")
        .endsWith(" Problems beyond these: 1.");
  }

  @Test
  void aLongEntryIsNotRepeatedWhole() {
    assertThat(problem(GroupBindings.parse("x".repeat(80)))).startsWith("'" + "x".repeat(80) + "'");
    assertThat(problem(GroupBindings.parse("x".repeat(81))))
        .startsWith("'" + "x".repeat(80) + "…'");
    assertThat(problem(GroupBindings.parse("a\u0000b"))).startsWith("'a?b'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a/b",
        "/a",
        "a::b",
        "say \"no\"",
        "a\tb",
        "a\u0000b",
        "a\u200Bb",
        "a\u202Eb"
      })
  void aNameThatTheCatalogCannotTakeIsNoTeam(String name) {
    assertThat(problem(GroupBindings.parse(STEWARDS + " = " + name)))
        .contains("Write the name of a team");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:b", "Büro 7", "R&D (core)", "it's", "data.platform", "a#b"})
  void plainNamesAreTeams(String name) {
    assertThat(accepted(GroupBindings.parse(STEWARDS + " = " + name)).teams())
        .containsExactly(name);
  }

  @Test
  void aTeamsNameHasAtMost128Characters() {
    assertThat(accepted(GroupBindings.parse(STEWARDS + "=" + "x".repeat(128))).teams()).hasSize(1);
    assertThat(problem(GroupBindings.parse(STEWARDS + "=" + "x".repeat(129)))).contains("128");
  }

  @Test
  void twoSpellingsOfOneNameAreRefused() {
    assertThat(problem(GroupBindings.parse(STEWARDS + " = Data\n" + ENGINEERS + " = DATA")))
        .contains("Write 'DATA' as before: 'Data'.");
  }

  @Test
  void nothingFollowsAComment() {
    assertThat(problem(GroupBindings.parse("# old; " + STEWARDS + " = A")))
        .contains("A comment must not contain ';'");
    assertThat(accepted(GroupBindings.parse(STEWARDS + " = A; # that is it")).teams())
        .containsExactly("A");
  }

  @Test
  void groupsGiveRoles() {
    GroupRoles roles =
        accepted(GroupRoles.parse(STEWARDS + " = DataSteward;" + ENGINEERS + " = Data Consumer"));

    assertThat(roles.ids()).containsExactlyInAnyOrder(STEWARDS, ENGINEERS);
    assertThat(roles.roles()).containsExactly("Data Consumer", "DataSteward");
    assertThat(roles.rolesOf(Set.of(ENGINEERS))).containsExactly("Data Consumer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a=b", "a,b", "a\"b", "a:b", "a\tb"})
  void aRoleHasAPlainName(String name) {
    assertThat(problem(GroupRoles.parse(STEWARDS + " = " + name)))
        .contains("Write the name of a catalog role");
    assertThat(problem(AppRoles.parse("x = " + name))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "a-b_c.d 7", "Datenverwalter für Ü", "7"})
  void aRoleMayHaveLettersDigitsSpacesAndDashes(String name) {
    assertThat(accepted(GroupRoles.parse(STEWARDS + " = " + name)).roles()).containsExactly(name);
  }

  @Test
  void aRolesNameHasAtMost128Characters() {
    assertThat(accepted(GroupRoles.parse(STEWARDS + "=" + "x".repeat(128))).roles()).hasSize(1);
    assertThat(problem(GroupRoles.parse(STEWARDS + "=" + "x".repeat(129)))).contains("128");
  }

  @Test
  void appRolesGiveRoles() {
    AppRoles roles = accepted(AppRoles.parse("Catalog.Admin = Admin\na=b = DataSteward"));

    assertThat(roles.roles()).containsExactly("Admin", "DataSteward");
    assertThat(roles.rolesOf(Set.of("Catalog.Admin"))).containsExactly("Admin");
    assertThat(roles.rolesOf(Set.of("a=b"))).containsExactly("DataSteward");
    assertThat(roles.rolesOf(Set.of("catalog.admin", "other"))).isEmpty();
  }

  @Test
  void anAppRoleIsWrittenByItsValue() {
    assertThat(accepted(AppRoles.parse("x".repeat(120) + " = Admin")).roles()).hasSize(1);
    for (String value : List.of("x".repeat(121), "", "Data steward", ".x", "ä")) {
      assertThat(problem(AppRoles.parse(value + " = Admin"))).contains("Write the Value");
    }
  }

  @Test
  void theRolesOfAMapAreThoseOfBothTables() {
    RoleMap map =
        new RoleMap(
            Samples.appRoles(Map.of("a", Set.of("Admin"))),
            Samples.groupRoles(Map.of(STEWARDS, Set.of("DataSteward"))));

    assertThat(map.roles()).containsExactly("Admin", "DataSteward");
    assertThat(RoleMap.none().roles()).isEmpty();
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).collect(Collectors.joining("\n"));
  }
}
