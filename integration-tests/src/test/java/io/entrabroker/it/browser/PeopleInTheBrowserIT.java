package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people see who come for the first time, and what those see who are not let in. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class PeopleInTheBrowserIT extends PeopleTest {

  private static final String GROUP = "97009590-0000-4000-8000-000000000011";

  @Test
  void whoeverComesForTheFirstTimeSeesTeamsAndRoles(Visitor wanda) {
    Someone someone = arrived("Wanda");
    entra(
        GroupChange.add(GROUP, "Analysts", someone.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, someone.objectId(), "DataSteward"));
    trialWith("groupBindings", GROUP + " = Insights", "appRoles", "DataSteward = DataSteward");
    CatalogPages catalog = leavesFor(wanda);
    wanda.picksAtMicrosoft(someone.name());

    catalog.assertShows(someone.name(), someone.address(), "Wanda Quillfeather");
    assertThat(wanda.element("teams")).hasText("Insights");
    assertThat(wanda.element("roles")).containsText("DataSteward");
    wanda.picture("first sign-in with team and role");
  }

  @Test
  void whoeverIsRefusedAtTheGateReadsThatAccessIsMissing(Visitor willy) {
    Someone someone = arrived("Willy");
    entra(GroupChange.add(GROUP, "Analysts"));
    trialWith("accessGate", GROUP);
    leavesFor(willy);
    willy.picksAtMicrosoft(someone.name());

    assertRefused(willy, "ENTRA4201", "You do not have access here yet.");
  }

  @Test
  void whoeverHasAnAddressThatNobodyVouchesForReadsWhomToAsk(Visitor walt) {
    Someone someone = arrived("Walt");
    entra(someone.hasMail(someone.addressAt("elsewhere.example")));
    trialWith();
    leavesFor(walt);
    walt.picksAtMicrosoft(someone.name());

    assertRefused(walt, "ENTRA4007", "could not confirm that the e-mail address");
  }

  @Test
  void whoeverComesWithATakenNameReadsWhomToAsk(Visitor wilma) {
    Someone first = arrived("Wolf");
    Someone someone = arrived("Wilma");
    entra(someone.hasMail(first.addressAt("contoso.onmicrosoft.example")));
    trialWith();
    tokenOf(first);
    realm.forgetPeople();
    leavesFor(wilma);
    wilma.picksAtMicrosoft(someone.name());

    assertRefused(wilma, "ENTRA4104", "cannot be used here");
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  private CatalogPages leavesFor(Visitor person) {
    CatalogPages catalog = CatalogPages.openedBy(person, stack);
    catalog.chooses(TRIAL);
    catalog.signsInWith(CatalogClient.CONFIDENTIAL);
    return catalog;
  }

  private void assertRefused(Visitor person, String code, String sentence) {
    assertThat(person.page().locator("body")).containsText(sentence);
    person.picture("refused " + code);
    String incident = realm.onlyRefusal(code).get("details").get("incident").asText();

    assertThat(person.page().locator("body").innerText()).contains(incident).doesNotContain(code);
    assertThat(realm.users()).isEmpty();
    assertThat(person.hasSession()).isFalse();
  }
}
