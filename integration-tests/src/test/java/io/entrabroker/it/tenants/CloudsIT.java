package io.entrabroker.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.network.WayOut;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.directory.TenantChange;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import java.util.Arrays;
import java.util.List;
import org.htmlunit.ProxyConfig;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sign-ins in Microsoft's other clouds, under Microsoft's own names: Keycloak and the browser reach
 * them by https over a proxy, as in a company's network, and behind the names is the simulator.
 */
@CleanLog
class CloudsIT extends PeopleTest {

  private static final String TEAM = "97009590-0000-4000-8000-0000000000f3";
  private static final String US = "login.microsoftonline.us";
  private static final String CHINA = "login.partner.microsoftonline.cn";

  private final WayOut wayOut = stack.surroundings().wayOut();

  @BeforeEach
  void nobodyHasBeenAskedFor() {
    wayOut.forget();
  }

  // The twin, with every guard in its place, remembers no host of Microsoft Graph.
  @ParameterizedTest
  @CsvSource({
    "US_GOV, login.microsoftonline.us, graph.microsoft.us, Ursula, entra",
    "US_GOV, login.usgovcloudapi.net, graph.microsoft.us, Ulrike, unguarded-entra",
    "US_GOV_DOD, login.microsoftonline.us, dod-graph.microsoft.us, Dora, unguarded-entra",
    "CHINA, login.partner.microsoftonline.cn, microsoftgraph.chinacloudapi.cn, Chen, entra",
    "CHINA, login.chinacloudapi.cn, microsoftgraph.chinacloudapi.cn, Cho, entra"
  })
  void peopleOfTheCloudComeInWithTheGroupsThatItsGraphKnows(
      Cloud cloud, String authorityHost, String graphHost, String given, String providerId) {
    Someone someone = new Someone(given);
    entra(
        someone.arrives(),
        GroupChange.addSeries(GroupSeries.of(someone.objectId(), 201)),
        GroupChange.add(TEAM, "Team", someone.objectId()),
        TenantChange.cloud(Upstreams.TENANT, cloud));
    at(authorityHost, providerId, "groupBindings", TEAM + " = Insights");
    try (Person person = browser()) {
      HtmlPage microsoft = person.goesToMicrosoft(TRIAL);
      assertThat(microsoft.getUrl().getHost()).isEqualTo(cloud == Cloud.CHINA ? CHINA : US);
      tokenAt(person.choosesAccount(microsoft, someone.name()));
    }

    JsonNode link = realm.links(userId(someone)).get(0);
    assertThat(link.get("userId").asText()).isEqualTo(someone.key());
    assertThat(realm.groupsOf(userId(someone))).containsExactly("Insights");
    assertThat(wayOut.asked()).contains(graphHost);
    assertThat(wayOut.asked()).containsOnly(cloud == Cloud.CHINA ? CHINA : US, graphHost);
  }

  @ParameterizedTest
  @CsvSource({"0f9e8d7c-6b5a-4948-8372-61504f3e2d1c, Lia", "organizations, Lio"})
  void noMetadataLeadsToTheGraphOfAnotherCloud(String segment, String given) {
    Someone someone = new Someone(given);
    entra(
        someone.arrives(),
        GroupChange.addSeries(GroupSeries.of(someone.objectId(), 201)),
        GroupChange.add(TEAM, "Team", someone.objectId()),
        ApplicationChange.signInAudience(Upstreams.WEB_APP, "AzureADMultipleOrgs"),
        TenantChange.cloud(Upstreams.TENANT, Cloud.US_GOV));
    String chinas = Cloud.CHINA.graphHost();
    stack
        .simulator()
        .faults()
        .at(Endpoint.DISCOVERY)
        .always(Fault.changed(document -> document.put("msgraph_host", chinas)));
    String[] settings = {
      "groupBindings", TEAM + " = Insights",
      "tenants", Upstreams.TENANT,
      "mailDomains", "contoso.example=" + Upstreams.TENANT
    };
    atAuthority(
        "https://" + US + "/" + segment,
        "unguarded-entra",
        Arrays.copyOf(settings, segment.equals("organizations") ? settings.length : 2));
    try (Person person = browser()) {
      tokenAt(person.signsIn(TRIAL, someone.name()));
    } finally {
      stack.simulator().faults().clear();
    }

    assertThat(realm.groupsOf(userId(someone))).containsExactly("Insights");
    assertThat(wayOut.asked()).containsOnly(US, Cloud.US_GOV.graphHost());
  }

  @Test
  void whoeverIsLookedForInAnotherCloudStaysOnMicrosoftsPageWithItsCode() {
    at(US, "entra");
    try (Person ada = browser()) {
      HtmlPage microsoft = ada.goesToMicrosoft(TRIAL);

      assertThat(microsoft.getUrl().getHost()).isEqualTo(US);
      assertThat(microsoft.asNormalizedText()).contains("AADSTS90038");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void aTenantThatTurnsOutToBeInAnotherCloudIsExplainedByMicrosoftsCode() {
    entra(TenantChange.cloud(Upstreams.TENANT, Cloud.US_GOV));
    at(US, "entra");
    try (Person ada = browser()) {
      String answer = answerFor(ada);
      entra(TenantChange.cloud(Upstreams.TENANT, Cloud.PUBLIC));

      assertExplained(ada, Person.html(ada.open(answer)), "AADSTS900382");
    }
  }

  @Test
  void aTenantOfTheGovernmentAtThePublicLoginHostIsExplainedByMicrosoftsCode() {
    trialWith();
    try (Person ada = browser()) {
      String answer = answerFor(ada);
      entra(TenantChange.cloud(Upstreams.TENANT, Cloud.US_GOV));

      assertExplained(ada, Person.html(ada.open(answer)), "AADSTS900439");
    }
  }

  @Test
  void aDomainThatIsLookedForInAnotherCloudIsExplainedByMicrosoftsCode() {
    atAuthority("https://" + US + "/contoso.onmicrosoft.example", "entra");
    try (Person ada = browser()) {
      HtmlPage end = ada.goesToMicrosoft(TRIAL);

      realm.assertRefused(end, "ENTRA1002");
      assertThat(end.asNormalizedText()).contains("AADSTS90038");
      assertThat(microsoftError("ENTRA1002")).isEqualTo("AADSTS90038");
      realm.assertNobodyGotIn(ada);
    }
  }

  private void assertExplained(Person person, HtmlPage end, String code) {
    realm.assertRefused(end, "ENTRA2202");
    assertThat(end.asNormalizedText()).contains(code);
    JsonNode details = realm.onlyRefusal("ENTRA2202").get("details");
    assertThat(details.get("microsoft_error").asText()).isEqualTo(code);
    assertThat(details.get("explanation").asText()).startsWith("Wrong cloud");
    realm.assertNobodyGotIn(person);
  }

  private static String answerFor(Person ada) {
    HtmlPage microsoft = ada.goesToMicrosoft(TRIAL);
    return ada.withoutFollowing(() -> ada.choosesAccount(microsoft, "ada.lovelace"));
  }

  private void at(String host, String providerId, String... settings) {
    atAuthority("https://" + host + "/" + Upstreams.TENANT, providerId, settings);
  }

  private void atAuthority(String authority, String providerId, String... settings) {
    upstreams.post(
        TRIAL,
        providerId,
        Upstreams.with(Upstreams.with(upstreams.web(), settings), "authority", authority));
    for (String mapper : List.of("profile", "groups", "roles")) {
      upstreams.addMapper(TRIAL, "entra-" + mapper + "-mapper", "INHERIT");
    }
  }

  private Person browser() {
    Person person = Person.with(stack);
    ProxyConfig proxy = new ProxyConfig(wayOut.host(), wayOut.port(), "http");
    proxy.addHostsToProxyBypass("localhost");
    person.browser().getOptions().setProxyConfig(proxy);
    person.browser().getOptions().setUseInsecureSSL(true);
    return person;
  }
}
