package io.entrabroker.groups;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.FINANCE;
import static io.entrabroker.groups.Samples.PREFIX;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.accepted;
import static io.entrabroker.groups.Samples.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedGroupsTest {

  @Test
  void aTeamIsCalledLikeTheGroupAfterThePrefix() {
    assertThat(PREFIX.teamName("  Data stewards ")).contains("entra-Data stewards");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a/b", "a::b", "a\"b", "a.b", "a\nb", "a\u200Bb", "\uD800"})
  void aNameThatTheCatalogCannotTakeIsNoTeam(String displayName) {
    assertThat(PREFIX.teamName(displayName)).isEmpty();
  }

  @Test
  void prefixAndNameTogetherHaveAtMost128Characters() {
    assertThat(PREFIX.teamName("x".repeat(122))).isPresent();
    assertThat(PREFIX.teamName("x".repeat(123))).isEmpty();
  }

  @Test
  void twoColonsDoNotMeetWherePrefixAndNameDo() {
    assertThat(new TeamPrefix("entra:").teamName(":x")).isEmpty();
    assertThat(new TeamPrefix("entra:").teamName("x")).contains("entra:x");
  }

  @Test
  void aPrefixHas2To32Characters() {
    assertThat(accepted(TeamPrefix.parse(" e- ")).text()).isEqualTo("e-");
    assertThat(accepted(TeamPrefix.parse("x".repeat(32))).text()).hasSize(32);
    for (String text : List.of("", "e", "x".repeat(33), "a/", "a::", "a\"", "a.", "a\tb")) {
      assertThat(problem(TeamPrefix.parse(text))).as(text).contains("Write 2 to 32 characters");
    }
  }

  @Test
  void theSettingSaysNoneAssignedOrWhich() {
    assertThat(accepted(NamedGroups.parse(" None ", PREFIX))).isEqualTo(new NamedGroups.None());
    assertThat(accepted(NamedGroups.parse("assigned", PREFIX)))
        .isEqualTo(new NamedGroups.Assigned(PREFIX));
    assertThat(accepted(NamedGroups.parse(STEWARDS + ", " + ENGINEERS + "\n", PREFIX)))
        .isEqualTo(new NamedGroups.Listed(PREFIX, Set.of(STEWARDS, ENGINEERS)));
  }

  @Test
  void anythingElseIsRefusedWithAllThatIsWrong() {
    assertThat(problem(NamedGroups.parse("all", PREFIX)))
        .isEqualTo(
            "Write none, assigned, or object ids. 'all' is no object id of a group. Copy the Object"
                + " ID from Entra admin center > Groups > the group > Overview.");
    assertThat(problem(NamedGroups.parse(STEWARDS + " x;y", PREFIX))).contains("'x y'");
    assertThat(problem(NamedGroups.parse("", PREFIX))).contains("no object id");
  }

  @Test
  void onlyChosenGroupsAreNamed() {
    Set<GroupId> members = Set.of(STEWARDS, FINANCE);
    Set<GroupId> assigned = Set.of(FINANCE, ENGINEERS);

    assertThat(new NamedGroups.None().among(members, assigned)).isEmpty();
    assertThat(new NamedGroups.Listed(PREFIX, Set.of(STEWARDS, ENGINEERS)).among(members, assigned))
        .containsExactly(STEWARDS);
    assertThat(new NamedGroups.Assigned(PREFIX).among(members, assigned)).containsExactly(FINANCE);
  }

  @Test
  void whatIsNotNamedHasNoTeamName() {
    assertThat(new NamedGroups.None().teamName("x")).isEmpty();
    assertThat(new NamedGroups.Assigned(PREFIX).teamName("x")).contains("entra-x");
    assertThat(new NamedGroups.Listed(PREFIX, Set.of()).teamName("x")).contains("entra-x");
  }
}
