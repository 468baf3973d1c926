package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.OTHERS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** People of one name come for the first time at the same moment. */
@CleanLog
class SameMomentIT extends PeopleTest {

  private static final List<String> DOMAINS =
      List.of("contoso.example", "contoso.onmicrosoft.example", "one.example", "two.example");

  private final List<Person> browsers = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(DOMAINS.size());

  @AfterEach
  void close() {
    threads.shutdownNow();
    browsers.forEach(Person::close);
  }

  @RepeatedTest(4)
  void exactlyOneGetsTheNameAndTheOthersAreRefused(RepetitionInfo round) throws Exception {
    String name = "Simon" + round.getCurrentRepetition();
    trialWith();
    List<String> ends = endsOfPeopleCalled(name);

    assertThat(ends).filteredOn(end -> end.contains("id_token=")).hasSize(1);
    assertThat(realm.refusals().findValuesAsText("reason"))
        .hasSize(DOMAINS.size() - 1)
        .containsOnly("ENTRA4104");
    assertThat(catalogNames()).containsExactly(new Someone(name).name());
  }

  @RepeatedTest(4)
  void exactlyOneGetsTheNameAndTheOthersASuffix(RepetitionInfo round) throws Exception {
    String name = "Sean" + round.getCurrentRepetition();
    trialWith("catalogVersion", "2.0", "nameCollision", "suffix");
    endsOfPeopleCalled(name);

    assertThat(realm.refusals()).isEmpty();
    assertThat(catalogNames())
        .hasSize(DOMAINS.size())
        .doesNotHaveDuplicates()
        .contains(new Someone(name).name())
        .allSatisfy(given -> assertThat(given).startsWith(new Someone(name).name()));
  }

  @RepeatedTest(3)
  void whoeverComesInSeveralBrowsersAtOnceIsOneUser(RepetitionInfo round) throws Exception {
    Someone someone = new Someone("Selma" + round.getCurrentRepetition());
    entra(someone.arrives());
    trialWith();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < DOMAINS.size(); i++) {
      arrivals.add(arrival(someone));
    }
    List<String> ends = endsOf(arrivals);

    assertThat(ends).filteredOn(end -> end.contains("id_token=")).isNotEmpty();
    assertThat(realm.users()).hasSize(1);
    assertThat(realm.links(userId(someone)).findValuesAsText("userId"))
        .containsExactly(someone.key());
    assertThat(realm.refusals().findValuesAsText("reason")).doesNotContain("ENTRA9001");
    tokenOf(someone);
  }

  @RepeatedTest(3)
  void aTeamAndARoleThatNobodyHasNeededYetAreMadeOnce(RepetitionInfo round) throws Exception {
    List<Arrival> arrivals = new ArrayList<>();
    entra(GroupChange.add(ANALYSTS, "Analysts"));
    trialWith(
        "groupBindings", bound(ANALYSTS, INSIGHTS), "groupRoles", bound(ANALYSTS, "Reviewer"));
    for (int i = 0; i < DOMAINS.size(); i++) {
      Someone someone = new Someone("Sam" + round.getCurrentRepetition() + "x" + i);
      entra(someone.arrives(), GroupChange.addMember(ANALYSTS, someone.objectId()));
      arrivals.add(arrival(someone));
    }

    assertThat(endsOf(arrivals)).allSatisfy(end -> assertThat(end).contains("id_token="));
    assertThat(realm.refusals()).isEmpty();
    for (JsonNode user : realm.users()) {
      assertThat(realm.groupsOf(user.get("id").asText())).containsExactly(INSIGHTS);
      assertThat(realm.rolesOf(user.get("id").asText())).containsExactly("Reviewer");
    }
  }

  @RepeatedTest(3)
  void ofSeveralGroupsOfOneNameOneGetsTheTeam(RepetitionInfo round) throws Exception {
    entra(ApplicationChange.consent(Upstreams.WEB_APP, "GroupMember.Read.All"));
    List<String> groups = List.of(ANALYSTS, STEWARDS, OTHERS);
    trialWith(
        "namedGroups", String.join(", ", groups),
        "namedGroupPrefix", "entra-",
        "defaultScope", "openid profile email GroupMember.Read.All");
    List<Arrival> arrivals = new ArrayList<>();
    for (String group : groups) {
      Someone someone = new Someone("Sid" + round.getCurrentRepetition() + group.substring(35));
      entra(someone.arrives(), GroupChange.add(group, "Finance", someone.objectId()));
      arrivals.add(arrival(someone));
    }

    assertThat(endsOf(arrivals)).allSatisfy(end -> assertThat(end).contains("id_token="));
    long members = 0;
    for (JsonNode user : realm.users()) {
      members += realm.groupsOf(user.get("id").asText()).size();
    }
    assertThat(members).isEqualTo(1);
  }

  private List<String> catalogNames() {
    List<String> names = new ArrayList<>();
    for (JsonNode user : realm.users()) {
      names.add(user.get("attributes").get("catalog_username").get(0).asText());
    }
    return names;
  }

  private List<String> endsOfPeopleCalled(String name) throws Exception {
    List<Arrival> arrivals = new ArrayList<>();
    for (String domain : DOMAINS) {
      Someone someone = new Someone(name + domain.replace(".", ""));
      entra(
          someone.arrives(),
          someone.hasMail(new Someone(name).addressAt(domain)),
          someone.isVouchedFor());
      arrivals.add(arrival(someone));
    }
    return endsOf(arrivals);
  }

  /** Somebody with Microsoft's answer in hand. */
  private record Arrival(Person browser, String answer) {}

  private Arrival arrival(Someone someone) {
    Person browser = Person.with(stack);
    browsers.add(browser);
    HtmlPage microsoft = browser.goesToMicrosoft(TRIAL);
    return new Arrival(
        browser, browser.withoutFollowing(() -> browser.choosesAccount(microsoft, someone.name())));
  }

  /** Where everybody ends, having opened the answers at the same time. */
  private List<String> endsOf(List<Arrival> arrivals) throws Exception {
    CyclicBarrier start = new CyclicBarrier(arrivals.size());
    List<Future<String>> ends = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      ends.add(
          threads.submit(
              () -> {
                start.await();
                return arrival.browser().open(arrival.answer()).getUrl().toString();
              }));
    }
    List<String> urls = new ArrayList<>();
    for (Future<String> end : ends) {
      urls.add(end.get());
    }
    return urls;
  }
}
