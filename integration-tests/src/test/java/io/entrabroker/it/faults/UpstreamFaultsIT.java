package io.entrabroker.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import io.entrabroker.simulator.web.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each thing that can go wrong at each endpoint. The slow ones would last for minutes or for ever:
 * that a test ends at all shows that the call was cut off. Afterwards nothing waits any more.
 */
@CleanLog
@Timeout(60)
class UpstreamFaultsIT extends PeopleTest {

  private static final String TEAM = "97009590-0000-4000-8000-0000000000f1";
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "closed connection", Fault.connectionClosed(),
          "slow headers", Fault.slowHeaders(LONG),
          "slow body", Fault.slowBody(Duration.ofMillis(700)),
          "endless body", Fault.endlessBody(),
          "broken off", Fault.brokenOff(),
          "429", Fault.throttled(Duration.ofHours(1)),
          "500", Fault.status(500),
          "garbage", Fault.garbage(),
          "proxy's page", Fault.page(),
          "redirect loop", Fault.redirectLoop());

  @AfterEach
  void nothingIsWrongAndNothingWaits() {
    stack.simulator().faults().clear();
    try (Person operator = Person.with(stack)) {
      String waiting =
          operator
              .open(stack.keycloak().realmUri() + "/waiting-calls")
              .getWebResponse()
              .getContentAsString();
      assertThat(waiting).isEqualTo("0");
    }
  }

  static Stream<Arguments> atTheTokenEndpoint() {
    Map<String, String> codes =
        Map.of(
            "closed connection", "ENTRA2201",
            "slow headers", "ENTRA2201",
            "slow body", "ENTRA2201",
            "endless body", "ENTRA2201",
            "broken off", "ENTRA2201",
            "429", "ENTRA2202",
            "500", "ENTRA2202",
            "garbage", "ENTRA2203",
            "proxy's page", "ENTRA2203",
            "redirect loop", "ENTRA2203");
    return FAULTS.keySet().stream().sorted().map(name -> Arguments.of(name, codes.get(name)));
  }

  static Stream<String> names() {
    return FAULTS.keySet().stream().sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void atTheTokenEndpoint(String name, String code) {
    Someone tara = new Someone("Tara");
    entra(tara.arrives());
    trialWith();
    goesWrong(Endpoint.TOKEN, name);

    assertRefused(tara, code);
    assertThat(realm.users()).isEmpty();
  }

  // The twin, with every guard in its place, has read no keys before.
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void atTheKeyEndpoint(String name) {
    Someone kara = new Someone("Kara");
    entra(kara.arrives());
    upstreams.post(TRIAL, "unguarded-entra", upstreams.web());
    goesWrong(Endpoint.KEYS, name);

    assertRefused(kara, "ENTRA3009");
    assertThat(realm.users()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void atTheMetadata(String name) {
    trialWith(
        "authority", stack.authority().replace(Upstreams.TENANT, "contoso.onmicrosoft.example"));
    goesWrong(Endpoint.DISCOVERY, name);
    try (Person person = Person.with(stack)) {
      HtmlPage end = person.goesToMicrosoft(TRIAL);

      realm.assertRefused(end, "ENTRA1002");
      realm.assertNobodyGotIn(person);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void atMicrosoftGraph(String name) {
    Someone gita = new Someone("Gita");
    entra(
        gita.arrives(),
        GroupChange.addSeries(GroupSeries.of(gita.objectId(), 201)),
        GroupChange.add(TEAM, "Team", gita.objectId()));
    trialWith("groupBindings", TEAM + " = Insights", "unknownGroups", "refuse");
    goesWrong(Endpoint.GRAPH, name);

    assertRefused(gita, "ENTRA4202");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void nobodyIsThereAtAll() {
    Someone nora = new Someone("Nora");
    entra(nora.arrives());
    trialWith();
    stack.simulator().faults().at(Endpoint.TOKEN).next(Fault.connectionClosed());
    assertRefused(nora, "ENTRA2201");

    assertThat(claimsOf(nora).get("preferred_username").asText()).isEqualTo(nora.name());
  }

  @Test
  void aRedirectTakesNoCodeElsewhere() {
    Someone rudi = new Someone("Rudi");
    entra(rudi.arrives());
    trialWith();
    URI elsewhere = URI.create(stack.catalogUrl() + "/stolen");
    stack.simulator().faults().at(Endpoint.TOKEN).next(Fault.redirect(elsewhere));

    assertRefused(rudi, "ENTRA2203");
    assertThat(List.copyOf(stack.simulator().requests()))
        .filteredOn(RecordedRequest::toTokenEndpoint)
        .hasSize(1);
  }

  private void goesWrong(Endpoint endpoint, String name) {
    stack.simulator().faults().at(endpoint).always(FAULTS.get(name));
  }
}
