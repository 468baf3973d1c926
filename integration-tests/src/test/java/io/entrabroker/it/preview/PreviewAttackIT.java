package io.entrabroker.it.preview;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stopped;
import io.entrabroker.operations.keycloak.AdminAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks on previews. Each that a guard stops is shown to succeed at a twin of the provider that
 * lacks the guard.
 */
@CleanLog
class PreviewAttackIT extends PreviewTest {

  private static final String OVER = "ENTRA2401";
  private static final String ELSEWHERE = "ENTRA2402";
  private static final String UNTOUCHED = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @AfterEach
  void theClockIsRight() {
    goesAhead(0);
  }

  @Test
  @Stopped(butNotIn = "aLinkIsAnybodysWithoutItsGuard")
  void aLinkThatWasOpenedIsOfNoUseInAnotherBrowser() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    String link = link();
    try (Person first = Person.with(stack);
        Person second = Person.with(stack)) {
      atMicrosoft(first, link);

      assertStopped(second.open(link), ELSEWHERE);
      atMicrosoft(first, link);
    }
  }

  @Test
  void aLinkIsAnybodysWithoutItsGuard() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutPreviewGuards", "BROWSER"));
    String link = link();
    try (Person first = Person.with(stack);
        Person second = Person.with(stack)) {
      atMicrosoft(first, link);

      atMicrosoft(second, link);
    }
  }

  @Test
  @Stopped(butNotIn = "anAnswerIsShownInAnyBrowserWithoutItsGuard")
  void anAnswerThatIsCarriedToAnotherBrowserIsNotShownThere() {
    Someone quinn = arrived("Quinn");
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person victim = Person.with(stack);
        Person attacker = Person.with(stack)) {
      String answer = answer(victim, link(), quinn);

      assertStopped(attacker.open(answer), ELSEWHERE);
    }
  }

  @Test
  void anAnswerIsShownInAnyBrowserWithoutItsGuard() {
    Someone quincy = arrived("Quincy");
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutPreviewGuards", "BROWSER"));
    try (Person victim = Person.with(stack);
        Person attacker = Person.with(stack)) {
      String answer = answer(victim, link(), quincy);

      assertShows(attacker.open(answer));
    }
  }

  @Test
  @Stopped(butNotIn = "aLinkShowsAgainAndAgainWithoutItsGuard")
  void aLinkIsGoodForOneResult() {
    Someone queenie = arrived("Queenie");
    upstreams.post(TRIAL, "entra", upstreams.web());
    String link = link();
    try (Person person = Person.with(stack)) {
      assertShows(preview(person, link, queenie));

      assertStopped(person.open(link), OVER);
    }
  }

  @Test
  void aLinkShowsAgainAndAgainWithoutItsGuard() {
    Someone quentin = arrived("Quentin");
    upstreams.post(TRIAL, "unguarded-entra", with(upstreams.web(), "withoutPreviewGuards", "ONCE"));
    String link = link();
    try (Person person = Person.with(stack)) {
      assertShows(preview(person, link, quentin));

      assertShows(preview(person, link, quentin));
    }
  }

  @Test
  @Stopped(butNotIn = "anAnswerShowsAgainWithoutItsGuard")
  void anAnswerThatIsSentAgainShowsNothing() {
    Someone quade = arrived("Quade");
    upstreams.post(TRIAL, "entra", upstreams.implicit());
    try (Person person = Person.with(stack)) {
      HtmlPage form = answerForm(person, link(), quade);
      assertShows(person.press(form, "continue"));

      assertStopped(person.press(form, "continue"), OVER);
    }
  }

  @Test
  void anAnswerShowsAgainWithoutItsGuard() {
    Someone quadir = arrived("Quadir");
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.implicit(), "withoutPreviewGuards", "ONCE"));
    try (Person person = Person.with(stack)) {
      HtmlPage form = answerForm(person, link(), quadir);
      assertShows(person.press(form, "continue"));

      assertShows(person.press(form, "continue"));
    }
  }

  @Test
  @Stopped(butNotIn = "aLinkLastsLongerWithoutItsGuard")
  void aLinkIsOverAfterFiveMinutes() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    String first = link();
    String second = link();
    try (Person person = Person.with(stack)) {
      goesAhead(290);
      atMicrosoft(person, first);
      goesAhead(310);

      Page neverOpened = person.open(second);
      Page opened = person.open(first);
      assertStopped(neverOpened, OVER);
      assertStopped(opened, OVER);
    }
  }

  @Test
  void aLinkLastsLongerWithoutItsGuard() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutPreviewGuards", "EXPIRY"));
    String link = link();
    try (Person person = Person.with(stack)) {
      goesAhead(310);

      atMicrosoft(person, link);
    }
  }

  @Test
  @Stopped(butNotIn = "anAnswerComesLateWithoutItsGuard")
  void anAnswerIsOverAfterTenMinutes() {
    Someone quest = arrived("Quest");
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person person = Person.with(stack)) {
      String answer = answer(person, link(), quest);
      goesAhead(610);

      assertStopped(person.open(answer), OVER);
    }
  }

  @Test
  void anAnswerComesLateWithoutItsGuard() {
    Someone quill = arrived("Quilla");
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutPreviewGuards", "EXPIRY"));
    try (Person person = Person.with(stack)) {
      String answer = answer(person, link(), quill);
      goesAhead(610);

      assertShows(person.open(answer));
    }
  }

  @Test
  @Stopped(butNotIn = "aLinkIsGoodAtAnyProviderWithoutItsGuard")
  void aLinkIsOfNoUseAtAnotherProvider() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    String link = linkAt("entra");
    try (Person person = Person.with(stack)) {
      assertStopped(person.open(link.replace("/broker/entra/", "/broker/trial/")), OVER);
    }
  }

  @Test
  void aLinkIsGoodAtAnyProviderWithoutItsGuard() {
    upstreams.post(
        TRIAL, "unguarded-entra", with(upstreams.web(), "withoutPreviewGuards", "PROVIDER"));
    String link = linkAt("entra");
    try (Person person = Person.with(stack)) {
      atMicrosoft(person, link.replace("/broker/entra/", "/broker/trial/"));
    }
  }

  @Test
  @Stopped(butNotIn = "aPreviewsAnswerIsASignInWithoutTheNonce")
  void aPreviewsAnswerDoesNotSignIn() {
    Someone quirin = arrived("Quirin");
    upstreams.postWithMappers(TRIAL, upstreams.implicit());
    try (Person person = Person.with(stack)) {
      realm.assertRefused(Person.html(previewTurnedIntoSignIn(person, quirin)), "ENTRA3006");
      realm.assertNobodyGotIn(person);
    }
  }

  @Test
  void aPreviewsAnswerIsASignInWithoutTheNonce() {
    Someone quirina = arrived("Quirina");
    upstreams.post(TRIAL, "unguarded-entra", with(upstreams.implicit(), "withoutGuards", "NONCE"));
    try (Person person = Person.with(stack)) {
      previewTurnedIntoSignIn(person, quirina);

      assertThat(person.hasSession()).isTrue();
      assertThat(realm.users()).hasSize(1);
    }
  }

  @Test
  @Stopped(butNotIn = "aSignInsAnswerIsAPreviewWithoutTheNonce")
  void aSignInsAnswerIsNotShown() {
    Someone qadira = arrived("Qadira");
    upstreams.post(TRIAL, "entra", upstreams.implicit());
    try (Person person = Person.with(stack)) {
      HtmlPage page = Person.html(signInTurnedIntoPreview(person, qadira));

      assertThat(page.asNormalizedText())
          .contains(REFUSED, "ENTRA3006")
          .doesNotContain("q***.q***");
    }
  }

  @Test
  void aSignInsAnswerIsAPreviewWithoutTheNonce() {
    Someone qasim = arrived("Qasim");
    upstreams.post(TRIAL, "unguarded-entra", with(upstreams.implicit(), "withoutGuards", "NONCE"));
    try (Person person = Person.with(stack)) {
      assertShows(signInTurnedIntoPreview(person, qasim));
    }
  }

  @Test
  void aSignInThatIsUnderWayGoesOnBesideAPreview() {
    Someone qiana = arrived("Qiana");
    trialWith();
    try (Person person = Person.with(stack)) {
      HtmlPage signIn = person.goesToMicrosoft(TRIAL);
      assertShows(preview(person, qiana));
      realm.assertNobodyGotIn(person);

      tokenAt(person.choosesAccount(signIn, qiana.name()));
    }
  }

  @Test
  void whoeverIsSignedInStaysWhoTheyAre() {
    Someone quimby = arrived("Quimby");
    Someone other = arrived("Quiana");
    trialWith();
    try (Person person = Person.with(stack)) {
      person.signsIn(TRIAL, quimby.name());
      String user = userId(quimby);
      assertShows(preview(person, other));

      assertThat(realm.users()).hasSize(1);
      assertThat(realm.sessionsOf(user)).isEqualTo(1);
      assertThat(person.hasSession()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", UNTOUCHED, "%2500", "../../x", "%3Cscript%3E"})
  void aLinkThatNobodyWasGivenLeadsNowhere(String secret) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    String link = link();
    try (Person attacker = Person.with(stack)) {
      assertStopped(attacker.open(link.substring(0, link.indexOf('=') + 1) + secret), OVER);
    }
  }

  @Test
  void aStateThatNobodyWasGivenShowsNothing() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    String endpoint = stack.keycloak().realmUri() + "/broker/" + TRIAL + "/endpoint";
    try (Person attacker = Person.with(stack)) {
      assertStopped(attacker.open(endpoint + "?code=x&state=preview-" + UNTOUCHED), OVER);
    }
  }

  @Test
  void aLinkOfOneRealmIsOfNoUseInAnother() {
    String other = "other-" + UUID.randomUUID();
    stack.admin().post("", Map.of("realm", other, "enabled", true));
    try {
      JsonNode ours = stack.admin().get("/openmetadata/identity-provider/instances/entra");
      stack
          .admin()
          .post(
              "/" + other + "/identity-provider/instances",
              Map.of(
                  "alias",
                  "entra",
                  "providerId",
                  "entra",
                  "config",
                  with(upstreams.web(), "syncMode", "FORCE")));
      assertThat(ours.get("enabled").asBoolean()).isTrue();
      String link = linkAt("entra");
      try (Person person = Person.with(stack)) {
        Page page = person.open(link.replace("/realms/openmetadata/", "/realms/" + other + "/"));

        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(page.getWebResponse().getContentAsString()).contains("This preview is over");
        atMicrosoft(person, link);
      }
    } finally {
      stack.admin().delete("/" + other);
    }
  }

  @Test
  void aProviderThatIsSwitchedOffMeanwhileShowsNothing() {
    Someone qadry = arrived("Qadry");
    upstreams.post(TRIAL, "entra", upstreams.web());
    String link = link();
    try (Person person = Person.with(stack)) {
      String answer = answer(person, link, qadry);
      upstreams.change(TRIAL, "entra", Map.of("enabled", false), upstreams.web());

      assertThat(person.open(link).getWebResponse().getStatusCode()).isEqualTo(404);
      assertThat(person.open(answer).getWebResponse().getStatusCode()).isEqualTo(404);
      assertThat(verdicts()).isEmpty();
    }
  }

  @Test
  void aProviderThatBecomesOneForLinkingMeanwhileRefuses() {
    Someone quint = arrived("Quint");
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person person = Person.with(stack)) {
      String answer = answer(person, link(), quint);
      upstreams.change(TRIAL, "entra", Map.of("linkOnly", true), upstreams.web());

      assertThat(Person.html(person.open(answer)).asNormalizedText())
          .contains(REFUSED, "ENTRA1007")
          .doesNotContain("q***.q***");
    }
  }

  @Test
  void whoeverAskedLearnsNothingOfThePerson() {
    Someone quasar = arrived("Quasar");
    upstreams.post(TRIAL, "entra", upstreams.web());
    AdminAnswer answer =
        stack.admin().send("POST", "/openmetadata/openmetadata/preview", Map.of("alias", TRIAL));
    String link = answer.body().get("link").asText();
    try (Person victim = Person.with(stack);
        Person attacker = Person.with(stack)) {
      assertShows(preview(victim, link, quasar));

      assertStopped(attacker.open(link), OVER);
      String events =
          stack.admin().get("/openmetadata/events").toString()
              + stack.admin().get("/openmetadata/admin-events");
      assertThat(events.toLowerCase()).doesNotContain("quasar", quasar.objectId());
    }
  }

  /** Microsoft's answer to a preview, caught before it gets to Keycloak. */
  private String answer(Person person, String link, Someone someone) {
    HtmlPage microsoft = atMicrosoft(person, link);
    String answer = person.withoutFollowing(() -> person.choosesAccount(microsoft, someone.name()));
    assertThat(answer).contains("state=preview-");
    return answer;
  }

  /** The page on which Microsoft posts an ID token, before it does. */
  private HtmlPage answerForm(Person person, String link, Someone someone) {
    return answerForm(person, atMicrosoft(person, link), someone);
  }

  private static HtmlPage answerForm(Person person, HtmlPage microsoft, Someone someone) {
    HtmlPage form = Person.html(person.press(microsoft, "user-" + someone.name()));
    assertThat(form.getElementById("continue")).isNotNull();
    return form;
  }

  private Page previewTurnedIntoSignIn(Person person, Someone someone) {
    String signIn = state(person.goesToMicrosoft(TRIAL));
    HtmlPage form = answerForm(person, link(), someone);
    setState(form, signIn);
    return person.press(form, "continue");
  }

  private Page signInTurnedIntoPreview(Person person, Someone someone) {
    String preview = state(atMicrosoft(person, link()));
    HtmlPage form = answerForm(person, person.goesToMicrosoft(TRIAL), someone);
    setState(form, preview);
    return person.press(form, "continue");
  }

  private static String state(HtmlPage microsoft) {
    return Person.parameter(microsoft, "state");
  }

  private static void setState(HtmlPage form, String state) {
    DomElement field = form.getElementByName("state");
    ((HtmlInput) field).setValue(state);
  }

  private static void assertShows(Page page) {
    assertThat(Person.html(page).asNormalizedText()).contains(ADMITTED, "q***.q***");
  }

  private void assertStopped(Page page, String code) {
    assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
    assertThat(Person.html(page).asNormalizedText())
        .contains("This preview is over")
        .doesNotContain("q***.q***");
    assertThat(page.getWebResponse().getResponseHeaderValue("Cache-Control")).contains("no-store");
    // While the clock is ahead, an administrator's token is too old.
    goesAhead(0);
    assertThat(realm.refusals().findValuesAsText("reason")).contains(code);
  }

  /** How far Keycloak's clock goes ahead of the machine's. */
  private void goesAhead(int seconds) {
    try (Person operator = Person.with(stack)) {
      String clock = stack.keycloak().realmUri() + "/clock?seconds=" + seconds;
      WebRequest request = new WebRequest(new URL(clock), HttpMethod.POST);
      assertThat(operator.browser().getPage(request).getWebResponse().getContentAsString())
          .isEqualTo(String.valueOf(seconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
