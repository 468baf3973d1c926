package io.entrabroker.groups;

import static io.entrabroker.groups.Samples.ENGINEERS;
import static io.entrabroker.groups.Samples.FINANCE;
import static io.entrabroker.groups.Samples.PREFIX;
import static io.entrabroker.groups.Samples.STEWARDS;
import static io.entrabroker.groups.Samples.bindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.NamedGroupPlan.Refusal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedGroupPlanTest {

  private static final NamedGroups NAMED = new NamedGroups.Assigned(PREFIX);

  @Test
  void aGroupGetsATeamOfItsNameAfterThePrefix() {
    NamedGroupPlan plan = plan(named(STEWARDS, "Stewards"), ExistingGroups.none());

    assertThat(plan.teams()).containsExactly(Map.entry(STEWARDS, "entra-Stewards"));
    assertThat(plan.toCreate()).containsExactly(Map.entry(STEWARDS, "entra-Stewards"));
    assertThat(plan.refused()).isEmpty();
    assertThat(plan.owned()).isEmpty();
  }

  @Test
  void aGroupStaysWithItsKeycloakGroupWhateverItIsCalledNow() {
    ExistingGroups existing = new ExistingGroups(Map.of("entra-Old", STEWARDS), Set.of());

    for (Known known : Set.of(named(STEWARDS, "New"), named(STEWARDS, "a/b"), own(STEWARDS))) {
      NamedGroupPlan plan = plan(known, existing);
      assertThat(plan.teams()).containsExactly(Map.entry(STEWARDS, "entra-Old"));
      assertThat(plan.toCreate()).isEmpty();
      assertThat(plan.owned()).containsExactly("entra-Old");
    }
  }

  @Test
  void aSecondGroupOfTheNameTakesNothingOver() {
    ExistingGroups existing = new ExistingGroups(Map.of("entra-Stewards", STEWARDS), Set.of());

    NamedGroupPlan plan = plan(named(FINANCE, "STEWARDS"), existing);

    assertThat(plan.teams()).isEmpty();
    assertThat(plan.refused())
        .containsExactly(Map.entry(FINANCE, Refusal.NAME_TAKEN_BY_ANOTHER_GROUP));
  }

  @Test
  void aKeycloakGroupThatSomebodyElseMadeIsNotTakenOver() {
    ExistingGroups existing = new ExistingGroups(Map.of(), Set.of("Entra-stewards"));

    assertThat(plan(named(STEWARDS, "Stewards"), existing).refused())
        .containsExactly(Map.entry(STEWARDS, Refusal.NAME_TAKEN_BY_ANOTHER_GROUP));
  }

  @Test
  void aNameThatABindingLeadsToIsNotForTheTaking() {
    GroupBindings bindings = bindings(Map.of(FINANCE, Set.of("entra-stewards")));
    Known known = named(STEWARDS, "Stewards");

    NamedGroupPlan plan = NamedGroupPlan.of(known, NAMED, bindings, ExistingGroups.none());

    assertThat(plan.teams()).isEmpty();
    assertThat(plan.refused()).containsExactly(Map.entry(STEWARDS, Refusal.NAME_BOUND_EXPLICITLY));
  }

  @Test
  void aLaterBindingTakesTheNameFromTheGroupThatHadIt() {
    GroupBindings bindings = bindings(Map.of(FINANCE, Set.of("entra-Stewards")));
    ExistingGroups existing = new ExistingGroups(Map.of("entra-Stewards", STEWARDS), Set.of());

    NamedGroupPlan plan = NamedGroupPlan.of(own(STEWARDS), NAMED, bindings, existing);

    assertThat(plan.teams()).isEmpty();
    assertThat(plan.refused()).containsExactly(Map.entry(STEWARDS, Refusal.NAME_BOUND_EXPLICITLY));
    assertThat(plan.owned()).isEmpty();
  }

  @Test
  void lookalikesOfABoundNameAreTheSameName() {
    GroupBindings bindings = bindings(Map.of(FINANCE, Set.of("entra-Stewards")));
    Known fullWidth = named(STEWARDS, "Ｓtewards");

    assertThat(NamedGroupPlan.of(fullWidth, NAMED, bindings, ExistingGroups.none()).refused())
        .containsExactly(Map.entry(STEWARDS, Refusal.NAME_BOUND_EXPLICITLY));
  }

  @Test
  void ofTwoNamesakesNobodyGetsTheName() {
    Known known = named(Map.of(STEWARDS, "Data", FINANCE, "DATA", ENGINEERS, "Engineers"));

    NamedGroupPlan plan = plan(known, ExistingGroups.none());

    assertThat(plan.teams()).containsExactly(Map.entry(ENGINEERS, "entra-Engineers"));
    assertThat(plan.refused())
        .containsOnly(
            Map.entry(STEWARDS, Refusal.NAME_NOT_UNIQUE),
            Map.entry(FINANCE, Refusal.NAME_NOT_UNIQUE));
  }

  @Test
  void ofTwoNamesakesTheOneThatHasTheKeycloakGroupKeepsIt() {
    ExistingGroups existing = new ExistingGroups(Map.of("entra-Data", FINANCE), Set.of());
    Known known = new Known(Set.of(), Set.of(STEWARDS, FINANCE), Map.of(STEWARDS, "Data"));

    NamedGroupPlan plan = plan(known, existing);

    assertThat(plan.teams()).containsExactly(Map.entry(FINANCE, "entra-Data"));
    assertThat(plan.refused())
        .containsExactly(Map.entry(STEWARDS, Refusal.NAME_TAKEN_BY_ANOTHER_GROUP));
  }

  @Test
  void aNameThatCannotBeUsedGivesNoTeam() {
    assertThat(plan(named(STEWARDS, "a/b"), ExistingGroups.none()).refused())
        .containsExactly(Map.entry(STEWARDS, Refusal.NAME_UNUSABLE));
    assertThat(plan(own(STEWARDS), ExistingGroups.none()).refused())
        .containsExactly(Map.entry(STEWARDS, Refusal.NAME_UNUSABLE));
  }

  @Test
  void whenTwoKeycloakGroupsBelongToOneGroupItIsAlwaysTheSameThatCounts() {
    ExistingGroups existing =
        new ExistingGroups(Map.of("entra-b", STEWARDS, "entra-a", STEWARDS), Set.of());

    NamedGroupPlan plan = plan(own(STEWARDS), existing);

    assertThat(plan.teams()).containsExactly(Map.entry(STEWARDS, "entra-a"));
    assertThat(plan.owned()).containsExactly("entra-a", "entra-b");
  }

  private static NamedGroupPlan plan(Known known, ExistingGroups existing) {
    return NamedGroupPlan.of(known, NAMED, GroupBindings.none(), existing);
  }

  private static Known named(GroupId id, String name) {
    return named(Map.of(id, name));
  }

  private static Known named(Map<GroupId, String> names) {
    return new Known(names.keySet(), names.keySet(), names);
  }

  private static Known own(GroupId id) {
    return new Known(Set.of(id), Set.of(id), Map.of());
  }
}
