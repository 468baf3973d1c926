package io.entrabroker.it.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** What a preview shows of different people, and that nothing comes of it. */
@CleanLog
class PreviewIT extends PreviewTest {

  private static final String ANALYSTS = "97009590-0000-4000-8000-000000000021";
  private static final String SCOPES = "openid profile email GroupMember.Read.All";

  @Test
  void aMemberSeesTheirUserInEveryVersion() {
    Someone pia = arrived("Pia");
    entra(
        GroupChange.add(ANALYSTS, "Analysts", pia.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, pia.objectId(), "DataSteward"));
    trialWith("groupBindings", ANALYSTS + " = Insights", "appRoles", "DataSteward = DataSteward");
    try (Person person = Person.with(stack)) {
      HtmlPage page = preview(person, pia);
      String text = page.asNormalizedText();

      assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
      assertThat(text)
          .contains(ADMITTED, "A member of the tenant", "p***.q***@contoso.example, believed")
          .contains("None yet: one would be created", "Insights", "DataConsumer, DataSteward")
          .contains("1.8, public", "1.9, confidential (configured here)", "email-first");
      assertThat(page.getWebResponse().getContentAsString().toLowerCase())
          .doesNotContain("quillfeather", pia.objectId(), Upstreams.TENANT, "eyj");
    }
  }

  @Test
  void nobodyKeepsThePage() {
    Someone paul = arrived("Paul");
    trialWith();
    try (Person person = Person.with(stack)) {
      HtmlPage page = preview(person, paul);

      assertThat(page.getWebResponse().getResponseHeaderValue("Cache-Control"))
          .contains("no-store");
      assertThat(page.getWebResponse().getResponseHeaderValue("Referrer-Policy"))
          .isEqualTo("no-referrer");
      assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
          .contains("frame-ancestors 'self'");
      assertThat(page.getElementsByTagName("script"))
          .allSatisfy(script -> assertThat(script.getAttribute("src")).doesNotContain("://"));
    }
  }

  @Test
  void nothingComesOfIt() {
    Someone petra = arrived("Petra");
    entra(GroupChange.add(ANALYSTS, "Analysts", petra.objectId()));
    trialWith("groupBindings", ANALYSTS + " = Made by a sign-in");
    String before = traces();
    try (Person person = Person.with(stack)) {
      preview(person, petra);

      assertThat(traces()).isEqualTo(before);
      assertThat(realm.users()).isEmpty();
      assertThat(cookies(person)).containsExactly("ENTRA_PREVIEW");
      JsonNode events = stack.admin().get("/openmetadata/events");
      assertThat(events).as(events.toPrettyString()).hasSize(1);
      assertThat(verdicts()).containsExactly("admitted");
      assertThat(events.toString().toLowerCase())
          .doesNotContain("quillfeather", petra.objectId(), "petra");
      assertThat(events.get(0).has("userId")).isFalse();
    }
  }

  @Test
  void theNameIsStillFreeForSomebodyElse() {
    Someone pam = arrived("Pam");
    Someone other = arrived("OtherPam");
    entra(other.hasMail(pam.addressAt("contoso.onmicrosoft.example")));
    trialWith("mailDomains", "contoso.example, contoso.onmicrosoft.example");
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, pam).asNormalizedText()).contains(ADMITTED);
    }

    assertThat(claimsOf(other).get("preferred_username").asText()).isEqualTo(pam.name());
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, pam).asNormalizedText()).contains(REFUSED, "ENTRA4104");
    }
  }

  @Test
  void aGuestIsRefusedAndSeesWhatMicrosoftSays() {
    Someone perry = arrived("Perry");
    entra(perry.isGuest());
    trialWith();
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, perry).asNormalizedText())
          .contains(
              REFUSED,
              "ENTRA4002",
              "Set Guests to admit",
              "A guest of the tenant",
              "preferred_username")
          .doesNotContain("configured here");
      assertThat(verdicts()).containsExactly("ENTRA4002");
      assertThat(realm.refusals()).isEmpty();
    }
  }

  @Test
  void whoeverTheGateRefusesSeesWhichGroupsAreMissing() {
    Someone phil = arrived("Phil");
    entra(GroupChange.add(ANALYSTS, "Analysts"));
    trialWith("accessGate", ANALYSTS);
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, phil).asNormalizedText())
          .contains(REFUSED, "ENTRA4201", "In 0 of the groups", "Shut");
    }
  }

  @Test
  void moreGroupsThanFitIntoATokenAreAskedFor() {
    Someone pete = new Someone("Pete");
    GroupSeries series = GroupSeries.of(pete.objectId(), 250);
    entra(
        pete.arrives(),
        GroupChange.addSeries(series),
        ApplicationChange.consent(Upstreams.WEB_APP, "GroupMember.Read.All"));
    trialWith("groupBindings", series.id(250) + " = Insights", "defaultScope", SCOPES);
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, pete).asNormalizedText())
          .contains(ADMITTED, "In 1 of the groups", "Insights", "_claim_names");
      assertThat(graphCalls()).isNotEmpty();
    }
  }

  @Test
  void unknownGroupsAreSaidToBeUnknown() {
    Someone pat = new Someone("Pat");
    GroupSeries series = GroupSeries.of(pat.objectId(), 250);
    entra(pat.arrives(), GroupChange.addSeries(series));
    trialWith("accessGate", series.id(250));
    stack.simulator().takeGraphDown();
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, pat).asNormalizedText())
          .contains(REFUSED, "ENTRA4202", "Unknown (GRAPH_DOWN)", "Nobody knows");
    }
  }

  @Test
  void whoeverIsKnownSeesByWhichUserAndStaysAsTheyAre() {
    Someone pol = arrived("Pol");
    entra(GroupChange.add(ANALYSTS, "Analysts", pol.objectId()));
    trialWith("groupBindings", ANALYSTS + " = Insights");
    tokenOf(pol);
    entra(GroupChange.removeMember(ANALYSTS, pol.objectId()));
    String before = traces();
    try (Person person = Person.with(stack)) {
      HtmlPage page = preview(person, pol);

      assertThat(page.asNormalizedText())
          .contains(ADMITTED, "linked already (id " + userId(pol), "given earlier and for life");
      assertThat(page.asNormalizedText()).doesNotContain("Insights");
      assertThat(traces()).isEqualTo(before);
      assertThat(realm.groupsOf(userId(pol))).containsExactly("Insights");
    }
  }

  @Test
  void theSignInThatFollowsComesToWhatThePreviewShowed() {
    Someone prue = arrived("Prue");
    entra(
        GroupChange.add(ANALYSTS, "Analysts", prue.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, prue.objectId(), "DataSteward"));
    trialWith("groupBindings", ANALYSTS + " = Insights", "appRoles", "DataSteward = DataSteward");
    String shown;
    try (Person person = Person.with(stack)) {
      shown = preview(person, prue).asNormalizedText();
    }
    JsonNode claims = claimsOf(prue);

    assertThat(claims.get("preferred_username").asText()).isEqualTo(prue.name());
    assertThat(shown).contains("p***.q*** with the address p***.q***@contoso.example");
    assertThat(shown).contains(String.join(", ", list(claims, "roles")));
    assertThat(shown).contains(String.join(", ", list(claims, "groups")));
  }

  @Test
  void anIdTokenThatIsPostedIsShownToo() {
    Someone pru = arrived("Pru");
    upstreams.post(TRIAL, "entra", upstreams.implicit());
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, pru).asNormalizedText()).contains(ADMITTED, "p***.q***");
    }
  }

  @Test
  void microsoftsRefusalIsExplained() {
    trialWith();
    try (Person person = Person.with(stack)) {
      HtmlPage page = Person.html(person.press(atMicrosoft(person, link()), "cancel"));

      assertThat(page.asNormalizedText()).contains(REFUSED, "ENTRA2101", "access_denied");
      assertThat(verdicts()).containsExactly("ENTRA2101");
    }
  }

  @Test
  void anUntrustedTokenIsNotShown() {
    Someone percy = arrived("Percy");
    trialWith();
    stack.simulator().tamperWithNextIdToken(Tampering.with().claim("aud", "another"));
    try (Person person = Person.with(stack)) {
      assertThat(preview(person, percy).asNormalizedText())
          .contains(REFUSED, "ENTRA3004", "No token came that can be trusted")
          .doesNotContain("p***");
    }
  }

  @Test
  void markupInClaimsIsText() {
    Someone pixie = arrived("Pixie");
    trialWith();
    stack
        .simulator()
        .tamperWithNextIdToken(
            Tampering.with()
                .claim("<img src=x onerror=alert(1)>", "x")
                .claim("roles", List.of("<script>alert(1)</script>"))
                .claim("given_name", "<b>Pixie</b>"));
    try (Person person = Person.with(stack)) {
      HtmlPage page = preview(person, pixie);

      assertThat(page.getWebResponse().getContentAsString())
          .contains("&lt;img src=x", "&lt;script&gt;alert(1)")
          .doesNotContain("<img src=x", "<script>alert(1)", "<b>P");
      assertThat(page.asNormalizedText()).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void microsoftIsAskedAsForASignIn() {
    Someone pablo = arrived("Pablo");
    trialWith();
    try (Person person = Person.with(stack)) {
      preview(person, pablo);
      tokenOf(pablo);
    }
    List<Map<String, String>> requests =
        stack.simulator().requests().stream()
            .filter(request -> request.toAuthorizeEndpoint())
            .map(request -> request.query())
            .filter(query -> query.containsKey("client_id"))
            .distinct()
            .toList();
    Map<String, String> preview = requests.get(0);
    Map<String, String> signIn = requests.get(requests.size() - 1);

    assertThat(preview.get("prompt")).isEqualTo("select_account");
    assertThat(preview.get("redirect_uri")).isEqualTo(signIn.get("redirect_uri"));
    assertThat(words(preview.get("scope"))).isEqualTo(words(signIn.get("scope")));
    assertThat(preview.get("response_mode")).isEqualTo(signIn.get("response_mode"));
    TreeSet<String> names = new TreeSet<>(preview.keySet());
    names.remove("prompt");
    assertThat(names).isEqualTo(new TreeSet<>(signIn.keySet()));
  }

  @Test
  void whoeverCannotBePreviewedIsRefusedAtOnce() {
    trialWith();
    assertThat(refusal("nobody")).contains("no identity provider");
    upstreams.change(TRIAL, "entra", Map.of("enabled", false), upstreams.web());
    assertThat(refusal(TRIAL)).contains("Switch Enabled on");
    upstreams.change(TRIAL, "entra", Map.of("linkOnly", true), upstreams.web());
    assertThat(refusal(TRIAL)).contains("Account linking only off");
  }

  private String refusal(String alias) {
    AdminAnswer answer =
        stack.admin().send("POST", "/openmetadata/openmetadata/preview", Map.of("alias", alias));
    assertThat(answer.status()).isEqualTo(400);
    return answer.errorMessage();
  }

  private static TreeSet<String> words(String text) {
    return new TreeSet<>(List.of(text.split(" ")));
  }

  private List<String> cookies(Person person) {
    return person.browser().getCookieManager().getCookies().stream()
        .map(cookie -> cookie.getName())
        .filter(name -> !name.equals("entra-simulator-session"))
        .toList();
  }
}
