package io.entrabroker.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.network.Front;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nobody listens, or somebody who cannot show that he is Microsoft, at one endpoint after the other
 * of a sign-in that is sound up to there. Once it is sound all the way, the same person comes in.
 */
@CleanLog
@Timeout(60)
class NoConnectionIT extends PeopleTest {

  private static final String TEAM = "97009590-0000-4000-8000-0000000000f2";
  private static final String TOKEN = "/oauth2/v2.0/token";

  private final Front login = stack.surroundings().login();
  private final Front graph = stack.surroundings().graph();

  @AfterEach
  void allIsSoundAndNothingWaits() {
    login.becomes(Front.State.SOUND);
    graph.becomes(Front.State.SOUND);
    try (Person operator = Person.with(stack)) {
      Page waiting = operator.open(stack.keycloak().realmUri() + "/waiting-calls");
      assertThat(waiting.getWebResponse().getContentAsString()).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Front.State.class, mode = EnumSource.Mode.EXCLUDE, names = "SOUND")
  void atTheMetadata(Front.State state) {
    Someone mia = arrived("Mia");
    atTheFront("entra", "authority", login.origin() + "/contoso.onmicrosoft.example");
    login.becomes(state);
    try (Person person = browser()) {
      HtmlPage end = person.goesToMicrosoft(TRIAL);

      assertEndsHere(person, end, "ENTRA1002");
    }
    assertWasMet(login, state);
    login.becomes(Front.State.SOUND);
    assertComesIn(mia);
  }

  @ParameterizedTest
  @EnumSource(value = Front.State.class, mode = EnumSource.Mode.EXCLUDE, names = "SOUND")
  void atTheTokenEndpoint(Front.State state) {
    Someone theo = arrived("Theo");
    atTheFront("entra");
    try (Person person = browser()) {
      HtmlPage microsoft = person.goesToMicrosoft(TRIAL);
      String answer = person.withoutFollowing(() -> person.choosesAccount(microsoft, theo.name()));
      login.becomes(state);

      assertEndsHere(person, Person.html(person.open(answer)), "ENTRA2201");
    }
    assertWasMet(login, state);
    login.becomes(Front.State.SOUND);
    assertComesIn(theo);
  }

  // The twin, with every guard in its place, has read no keys before.
  @ParameterizedTest
  @EnumSource(value = Front.State.class, mode = EnumSource.Mode.EXCLUDE, names = "SOUND")
  void atTheSigningKeys(Front.State state) {
    Someone keno = arrived("Keno");
    atTheFront("unguarded-entra");
    login.becomesAfter(TOKEN, state);
    try (Person person = browser()) {
      assertEndsHere(person, Person.html(person.signsIn(TRIAL, keno.name())), "ENTRA3009");
    }
    assertWasMet(login, state);
    login.becomes(Front.State.SOUND);
    assertComesIn(keno);
  }

  @ParameterizedTest
  @EnumSource(value = Front.State.class, mode = EnumSource.Mode.EXCLUDE, names = "SOUND")
  void atMicrosoftGraph(Front.State state) {
    Someone gero = arrived("Gero");
    entra(
        GroupChange.addSeries(GroupSeries.of(gero.objectId(), 201)),
        GroupChange.add(TEAM, "Team", gero.objectId()));
    atTheFront("entra", "groupBindings", TEAM + " = Insights", "unknownGroups", "refuse");
    graph.becomes(state);
    try (Person person = browser()) {
      assertEndsHere(person, Person.html(person.signsIn(TRIAL, gero.name())), "ENTRA4202");
    }
    assertWasMet(graph, state);
    graph.becomes(Front.State.SOUND);
    assertComesIn(gero);
    assertThat(realm.groupsOf(userId(gero))).containsExactly("Insights");
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  private void atTheFront(String providerId, String... settings) {
    Map<String, String> front =
        Upstreams.with(upstreams.web(), "authority", stack.surroundings().authority());
    Map<String, String> config = Upstreams.with(front, settings);
    upstreams.post(TRIAL, providerId, config);
    for (String mapper : new String[] {"profile", "groups", "roles"}) {
      upstreams.addMapper(TRIAL, "entra-" + mapper + "-mapper", "INHERIT");
    }
  }

  // Whom people's browsers trust is not the question here.
  private Person browser() {
    Person person = Person.with(stack);
    person.browser().getOptions().setUseInsecureSSL(true);
    return person;
  }

  private void assertEndsHere(Person person, HtmlPage page, String code) {
    assertThat(page.getUrl().toString()).startsWith(stack.keycloak().realmUri().toString());
    JsonNode details = realm.onlyRefusal(code).get("details");
    realm.assertRefused(page, code);
    assertThat(details.get("identity_provider").asText()).isEqualTo(TRIAL);
    realm.assertNobodyGotIn(person);
  }

  private static void assertWasMet(Front front, Front.State state) {
    if (state != Front.State.REFUSES) {
      assertThat(front.disappointed()).isPositive();
    }
  }

  private void assertComesIn(Someone someone) {
    try (Person person = browser()) {
      tokenAt(person.signsIn(TRIAL, someone.name()));
    }
  }
}
