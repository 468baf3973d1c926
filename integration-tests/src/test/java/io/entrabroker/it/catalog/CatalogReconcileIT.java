package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.CommandRun;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Someone;
import io.entrabroker.simulator.directory.GroupChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/catalog-config --reconcile} with a real realm and a running catalog. */
@CleanLog
class CatalogReconcileIT extends Applied {

  private static final Someone LEAVER = new Someone("Yorick");
  private static final Someone STAYER = new Someone("Yolanda");
  private static final Someone GONE = new Someone("Yannis");
  private static final String TEAM = "97009590-0000-4000-8000-000000000003";
  private static final String ADMINS = "97009590-0000-4000-8000-000000000004";

  @BeforeEach
  void everybodyIsInBothGroups() {
    entra(LEAVER.arrives(), STAYER.arrives(), GONE.arrives());
    entra(
        GroupChange.add(TEAM, "Curators", LEAVER.objectId(), STAYER.objectId(), GONE.objectId()),
        GroupChange.add(ADMINS, "Admins", LEAVER.objectId(), STAYER.objectId(), GONE.objectId()));
    changeTrial("groupBindings", TEAM + " = Curators", "groupRoles", ADMINS + " = Admin");
  }

  /** Everybody has signed in; one has left the groups since, one the realm. */
  private void timePasses(String release) {
    start(release, Flow.CONFIDENTIAL, settings -> {});
    assertThat(apply().code()).isZero();
    for (Someone someone : List.of(ADMIN, LEAVER, STAYER, GONE)) {
      person(Flow.CONFIDENTIAL, someone);
    }
    giveInsights(LEAVER);
    entra(
        GroupChange.removeMember(TEAM, LEAVER.objectId()),
        GroupChange.removeMember(ADMINS, LEAVER.objectId()));
    person(Flow.CONFIDENTIAL, LEAVER);
    stack.admin().delete("/openmetadata/users/" + userId(GONE));
  }

  /** A team that is none of the realm's business. */
  private void giveInsights(Someone someone) {
    String insights = idOf("/api/v1/teams?limit=100", "Insights");
    String person = idOf("/api/v1/users?limit=100", someone.name());
    Patch.send(
        exported().address().url() + "/api/v1/users/" + person,
        administrator(),
        "[{\"op\":\"add\",\"path\":\"/teams/-\",\"value\":{\"id\":\"" + insights + "\"}}]");
  }

  private String idOf(String list, String name) {
    for (JsonNode element : asked(list).get("data")) {
      if (element.get("name").asText().equals(name)) {
        return element.get("id").asText();
      }
    }
    throw new AssertionError("No " + name);
  }

  /** Everybody's teams and rights. */
  private List<String> people() {
    List<String> people = new ArrayList<>();
    for (JsonNode user : asked("/api/v1/users?limit=100").get("data")) {
      people.add(
          user.get("name").asText()
              + " "
              + user.get("teams").findValuesAsText("name")
              + (user.get("isAdmin").asBoolean() ? " administrator" : ""));
    }
    return people;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.13.1", "2.0.0", "2.1.0"})
  void whatTheRealmHasTakenAwayIsTakenAwayAndNothingElse(String release) {
    timePasses(release);
    List<String> before = people();
    assertThat(before)
        .contains(LEAVER.name() + " [Curators, Insights] administrator")
        .contains(STAYER.name() + " [Curators] administrator")
        .contains(GONE.name() + " [Curators] administrator")
        .contains(ADMIN.name() + " [] administrator");

    CommandRun look = reconcile("--dry-run");
    assertThat(look.code()).as(look.out()).isEqualTo(3);
    assertThat(look.out())
        .contains(LEAVER.name() + " loses the rights of an administrator, the team Curators")
        .contains(GONE.name() + ": nobody in the realm has this address.")
        .doesNotContain(STAYER.name());
    assertThat(people()).isEqualTo(before);

    CommandRun done = reconcile();

    assertThat(done.code()).as(done.out()).isZero();
    List<String> expected = new ArrayList<>(before);
    expected.replaceAll(
        person -> person.startsWith(LEAVER.name()) ? LEAVER.name() + " [Insights]" : person);
    assertThat(people()).isEqualTo(expected);
    CommandRun again = reconcile();
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Nobody has anything").doesNotContain("Done:");
  }

  @Test
  void whoIsToKeepEverythingKeepsIt() {
    timePasses("1.13.1");
    List<String> before = people();

    CommandRun done = reconcile("--keep=" + LEAVER.name());

    assertThat(done.code()).as(done.out()).isZero();
    assertThat(done.out()).contains(LEAVER.name() + ": kept, as you said.");
    assertThat(people()).isEqualTo(before);
  }

  @Test
  void theLastAdministratorWhomTheRealmKnowsStays() {
    timePasses("1.13.1");
    for (Someone someone : List.of(ADMIN, STAYER)) {
      stack.admin().delete("/openmetadata/users/" + userId(someone));
    }

    CommandRun done = reconcile();

    assertThat(done.out()).contains("Nobody whom the realm knows would be left as administrator");
    assertThat(people()).contains(LEAVER.name() + " [Insights] administrator");
  }

  @Test
  void aCatalogThatTakesNoTeamsFromTokensKeepsThem() {
    timePasses("1.13.1");
    start("1.13.1", Flow.PUBLIC, settings -> {});

    CommandRun done = reconcile("--dry-run");

    assertThat(done.out()).contains("Nobody's teams are looked at");
    assertThat(
            run(Map.of("OPENMETADATA_TOKEN", "x"), "--reconcile=" + exported().address().url())
                .out())
        .contains("(401)");
  }
}
