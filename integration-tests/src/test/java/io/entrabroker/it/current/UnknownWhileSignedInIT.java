package io.entrabroker.it.current;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.RefreshNow;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** While a session lives it cannot be found out any more which groups the person is in. */
@CleanLog
class UnknownWhileSignedInIT extends PeopleTest {

  private static final String ANALYSTS = "97009590-0000-4000-8000-000000000001";
  private static final String STEWARDS = "97009590-0000-4000-8000-000000000002";
  private static final String BINDINGS = ANALYSTS + " = Insights\n" + STEWARDS + " = Curators";
  private static final int ASKED_IN_A_ROW = 5;

  private final RefreshNow node = new RefreshNow(stack.keycloak().realmUri());

  @BeforeEach
  void nobodyIsFollowed() {
    node.everySession();
    assertThat(node.kept()).isZero();
  }

  static Stream<Arguments> troubles() {
    return Stream.of("keep", "refuse")
        .flatMap(
            setting ->
                Stream.of(
                    trouble("GRAPH_DOWN", setting, EntraSimulator::takeGraphDown),
                    trouble(
                        "THROTTLED",
                        setting,
                        entra -> entra.throttleNextGraphRequests(ASKED_IN_A_ROW, 3600)),
                    trouble(
                        "NO_PERMISSION",
                        setting,
                        entra -> {
                          for (int i = 0; i < ASKED_IN_A_ROW; i++) {
                            entra.failNextGraphRequestWith(403);
                          }
                        })));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("troubles")
  void theSessionGoesOnAndNothingIsJoinedOrLeft(
      String reason, String unknownGroups, Consumer<EntraSimulator> trouble) {
    Someone una = new Someone("Unna" + unknownGroups + reason.replace("_", ""));
    comesInByTheGate(una, unknownGroups);
    losesTheGateAndHasTooManyGroups(una);
    trouble.accept(stack.simulator());
    assertThat(node.everySession()).isEqualTo(1);

    assertThat(realm.sessionsOf(userId(una))).isEqualTo(1);
    assertThat(realm.groupsOf(userId(una))).containsExactly("Insights");
    assertThat(logged("ENTRA5101 ")).hasSize(1).first().asString().contains(reason);
    assertThat(realm.findings()).containsExactly("ENTRA5101");
    assertThat(node.kept()).isEqualTo(1);

    // The same change, once it is known.
    stack.simulator().graphFaults().clear();
    assertThat(node.everySession()).isEqualTo(1);
    assertThat(realm.sessionsOf(userId(una))).isZero();
    assertThat(logged("ENTRA5602 ")).hasSize(1);
  }

  @Test
  void itIsSaidOnceAndWhatIsKnownFollows() {
    Someone ulla = new Someone("Ulla");
    comesInByTheGate(ulla, "keep");
    losesTheGateAndHasTooManyGroups(ulla);
    entra(ApplicationChange.assignRole(Upstreams.WEB_APP, ulla.objectId(), "DataSteward"));
    stack.simulator().takeGraphDown();
    assertThat(node.everySession()).isEqualTo(1);
    assertThat(node.onceMore()).isEqualTo(1);

    assertThat(logged("ENTRA5101 ")).hasSize(1);
    assertThat(realm.rolesOf(userId(ulla))).contains("DataSteward");
    assertThat(realm.groupsOf(userId(ulla))).containsExactly("Insights");
  }

  @Test
  void onceTheyAreKnownAgainTheTeamsFollow() {
    Someone urs = new Someone("Urs");
    arrives(urs);
    trialWith("groupBindings", BINDINGS);
    assertThat(list(claimsOf(urs), "groups")).containsExactly("Insights");
    losesTheGateAndHasTooManyGroups(urs);
    stack.simulator().takeGraphDown();
    assertThat(node.everySession()).isEqualTo(1);
    assertThat(realm.groupsOf(userId(urs))).containsExactly("Insights");
    stack.simulator().bringGraphBack();
    assertThat(node.everySession()).isEqualTo(1);

    assertThat(realm.groupsOf(userId(urs))).containsExactly("Curators");
    assertThat(realm.sessionsOf(userId(urs))).isEqualTo(1);
  }

  private void comesInByTheGate(Someone someone, String unknownGroups) {
    arrives(someone);
    trialWith(
        "groupBindings",
        BINDINGS,
        "accessGate",
        ANALYSTS,
        "unknownGroups",
        unknownGroups,
        "appRoles",
        "DataSteward = DataSteward");
    tokenOf(someone);
    assertThat(realm.groupsOf(userId(someone))).containsExactly("Insights");
  }

  private void arrives(Someone someone) {
    entra(
        someone.arrives(),
        GroupChange.add(ANALYSTS, "Analysts", someone.objectId()),
        GroupChange.add(STEWARDS, "Stewards"));
  }

  private void losesTheGateAndHasTooManyGroups(Someone someone) {
    entra(
        GroupChange.removeMember(ANALYSTS, someone.objectId()),
        GroupChange.addMember(STEWARDS, someone.objectId()),
        GroupChange.addSeries(GroupSeries.of(someone.objectId(), 201)));
  }

  private static Arguments trouble(
      String reason, String unknownGroups, Consumer<EntraSimulator> begins) {
    return Arguments.of(reason, unknownGroups, begins);
  }
}
