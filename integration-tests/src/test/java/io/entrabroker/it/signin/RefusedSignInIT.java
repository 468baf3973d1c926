package io.entrabroker.it.signin;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.errors.Aadsts;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that goes wrong between a person, Keycloak and Microsoft without anybody's malice. */
@CleanLog
class RefusedSignInIT {

  private static final String TRIAL = "trial";

  private final Stack stack = Stack.shared();
  private final Upstreams upstreams = Upstreams.of(stack);
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    upstreams.delete(TRIAL);
    realm.forgetPeople();
  }

  @Test
  void aWrongSecretIsExplainedToTheOperator() {
    refusedByTheTokenEndpoint(
        with(upstreams.web(), "clientSecret", "not-the-secret"), "AADSTS7000215");
  }

  @Test
  void aWebRegistrationAtASpaRedirectUriIsExplained() {
    refusedByTheTokenEndpoint(
        with(upstreams.web(), "clientId", Upstreams.SPA_APP), "AADSTS9002327");
  }

  @Test
  void aSpaRegistrationAtAWebRedirectUriIsExplained() {
    refusedByTheTokenEndpoint(
        with(upstreams.spa(), "clientId", Upstreams.WEB_APP), "AADSTS9002326");
  }

  @Test
  void anAppWithoutIdTokensIsExplained() {
    upstreams.post(TRIAL, "entra", with(upstreams.implicit(), "clientId", Upstreams.WEB_APP));
    try (Person ada = Person.with(stack)) {
      Page end = Person.html(ada.goesToMicrosoft(TRIAL));
      // Entra refuses at once, by a form post that a browser without scripts has to send itself.
      if (((HtmlPage) end).getElementById("continue") != null) {
        end = ada.press((HtmlPage) end, "continue");
      }

      realm.assertRefused(Person.html(end), "ENTRA2101");
      assertThat(microsoftError("ENTRA2101")).isEqualTo("AADSTS700054");
      realm.assertNobodyGotIn(ada);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clientId, 99999999-0000-4000-8000-000000000000, AADSTS700016",
    "authority, 99999999-0000-4000-8000-000000000000, AADSTS90002"
  })
  void whatMicrosoftShowsItselfStaysThere(String setting, String value, String code) {
    String wrong =
        setting.equals("authority") ? stack.authority().replace(Upstreams.TENANT, value) : value;
    upstreams.post(TRIAL, "entra", with(upstreams.web(), setting, wrong));
    try (Person ada = Person.with(stack)) {
      staysAtMicrosoft(ada, ada.goesToMicrosoft(TRIAL), code);
    }
  }

  @Test
  void aRedirectUriThatIsNotRegisteredStaysAtMicrosoft() {
    upstreams.post("elsewhere", "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      staysAtMicrosoft(ada, ada.goesToMicrosoft("elsewhere"), "AADSTS50011");
    } finally {
      upstreams.delete("elsewhere");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"entra", "entra-implicit"})
  void whoeverCancelsComesBackToTheSignInPage(String alias) {
    try (Person ada = Person.with(stack)) {
      Page end = ada.press(ada.goesToMicrosoft(alias), "cancel");
      if (end instanceof HtmlPage page && page.getElementById("continue") != null) {
        end = ada.press(page, "continue");
      }

      assertThat(end.getUrl().getPath()).contains("/realms/openmetadata/");
      assertThat(Person.html(end).getElementById("social-" + alias)).isNotNull();
      assertThat(realm.onlyRefusal("ENTRA2102")).isNotNull();
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void aCodeThatSomebodyElseRedeemedFirstIsExplained() {
    stack.simulator().failNextTokenRequestWith(Aadsts.CODE_ALREADY_REDEEMED.with());
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn("entra", "ada.lovelace");

      realm.assertRefused(Person.html(end), "ENTRA2202");
      assertThat(microsoftError("ENTRA2202")).isEqualTo("AADSTS54005");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void keysThatCannotBeReadAreNoForgery() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    stack.simulator().takeKeysDown();
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn(TRIAL, "ada.lovelace");

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(503);
      realm.assertRefused(Person.html(end), "ENTRA3009");
      realm.assertNobodyGotIn(ada);
    } finally {
      stack.simulator().bringKeysBack();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.***", "a.b.c.d", "...", "%00", "a"})
  void aStateOfAnyShapeIsRefusedInPeace(String state) {
    try (Person ada = Person.with(stack)) {
      Page end =
          ada.open(
              stack.keycloak().realmUri()
                  + "/broker/entra/endpoint?code=x&state="
                  + encoded(state));

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(400);
      realm.assertRefused(Person.html(end), "ENTRA2001");
    }
  }

  @Test
  void keycloaksDefaultFirstLoginFlowLetsNobodyIn() {
    upstreams.postWithDefaultFlow(TRIAL, upstreams.web());
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn(TRIAL, "ada.lovelace");

      realm.assertRefused(Person.html(end), "ENTRA1004");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void whoeverIsNotAssignedReadsAPageInsteadOfAnErrorOfTheApplication() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      Page end =
          ada.open(
              answer.replace(
                  "code=" + Person.parameter(answer, "code"),
                  "error=interaction_required&error_description=AADSTS50105%3A+x"));

      realm.assertRefused(Person.html(end), "ENTRA2101");
      assertThat(microsoftError("ENTRA2101")).isEqualTo("AADSTS50105");
    }
  }

  @Test
  void aNameTypedIntoThePasswordFormReachesNoLog() {
    try (Person ada = Person.with(stack)) {
      HtmlPage form =
          Person.html(
              ada.open(
                  stack.keycloak().realmUri()
                      + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                      + "&client_id=openmetadata-web&redirect_uri="
                      + encoded(stack.catalogUrl() + "/callback")));
      ((HtmlInput) form.getElementById("username")).setValue("typed.lovelace");
      ((HtmlInput) form.getElementById("password")).setValue("wrong");
      Page end = ada.press(form, "kc-login");

      assertThat(end.getWebResponse().getContentAsString()).contains("typed.lovelace");
      assertThat(realm.logLines("typed.lovelace")).isEmpty();
    }
  }

  @Test
  void aCodeUsedTwiceGetsNobodyIn() {
    String answer;
    try (Person ada = Person.with(stack)) {
      answer = answerOf(ada);
      ada.open(answer);
      realm.forgetPeople();
      ada.browser().getCookieManager().clearCookies();
      Page end = ada.open(answer);

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(400);
      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void anothersCodeInOnesOwnSignInIsRefused() {
    try (Person grace = Person.with(stack);
        Person ada = Person.with(stack)) {
      String graces = answerOf(grace, "grace.hopper");
      String adas = answerOf(ada);
      String swapped =
          adas.replace(Person.parameter(adas, "code"), Person.parameter(graces, "code"));
      Page end = ada.open(swapped);

      realm.assertRefused(Person.html(end), "ENTRA2202");
      assertThat(microsoftError("ENTRA2202")).isEqualTo("AADSTS501481");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void aChangedStateGetsNobodyIn() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      String state = Person.parameter(answer, "state");
      String changed = (state.charAt(0) == 'A' ? "B" : "A") + state.substring(1);
      Page end = ada.open(answer.replace(encoded(state), encoded(changed)));

      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void anAnswerWithoutStateGetsNobodyIn() {
    try (Person ada = Person.with(stack)) {
      Page end = ada.open(stack.keycloak().realmUri() + "/broker/entra/endpoint?code=whatever");

      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void anAnswerWithNothingInItGetsNobodyIn() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      Page end = ada.open(answer.replace("code=", "c0de="));

      realm.assertRefused(Person.html(end), "ENTRA2002");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void anotherBrowserCannotFinishWhatOneBegan() {
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      Page end = attacker.open(answerOf(ada));

      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(attacker);
    }
  }

  @Test
  void whatMicrosoftWritesIntoAnErrorIsNeitherShownNorLogged() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      String forged =
          answer.replace(
              "code=" + Person.parameter(answer, "code"),
              "error=server_error&error_description=call+0800+evil");
      Page end = ada.open(forged);

      realm.assertRefused(Person.html(end), "ENTRA2101");
      assertThat(Person.html(end).asNormalizedText()).doesNotContain("0800");
      assertThat(realm.logLines("0800")).isEmpty();
    }
  }

  @Test
  void aStoredRowThatIsNotValidAnyMoreSignsNobodyIn() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    // The vault reference passes on save, but this server has no vault.
    upstreams.put(TRIAL, "entra", with(upstreams.web(), "clientSecret", "${vault.none}"));
    try (Person ada = Person.with(stack)) {
      HtmlPage end = ada.goesToMicrosoft(TRIAL);

      realm.assertRefused(end, "ENTRA1001");
      assertThat(realm.logLines("A Web registration needs a client secret")).isNotEmpty();
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void whoeverHasNoAddressIsToldSo() {
    refusedPerson("alan.turing", "ENTRA4003");
  }

  @Test
  void aGuestIsNotAMember() {
    refusedPerson("bob_fabrikam.example-ext", "ENTRA4002");
  }

  private void refusedPerson(String user, String code) {
    try (Person person = Person.with(stack)) {
      HtmlPage microsoft = person.goesToMicrosoft("entra");
      Page end = person.choosesAccount(microsoft, user);

      realm.assertRefused(Person.html(end), code);
      realm.assertNobodyGotIn(person);
    }
  }

  private void refusedByTheTokenEndpoint(Map<String, String> config, String aadsts) {
    upstreams.post(TRIAL, "entra", config);
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn(TRIAL, "ada.lovelace");

      realm.assertRefused(Person.html(end), "ENTRA2202");
      assertThat(microsoftError("ENTRA2202")).isEqualTo(aadsts);
      realm.assertNobodyGotIn(ada);
    }
  }

  private void staysAtMicrosoft(Person ada, HtmlPage page, String code) {
    assertThat(page.getUrl().getAuthority()).isEqualTo(stack.simulator().httpUri().getAuthority());
    assertThat(page.asNormalizedText()).contains(code);
    assertThat(page.getAnchors()).isEmpty();
    realm.assertNobodyGotIn(ada);
  }

  private String microsoftError(String code) {
    return realm.onlyRefusal(code).get("details").get("microsoft_error").asText();
  }

  private String answerOf(Person person) {
    return answerOf(person, "ada.lovelace");
  }

  /** Microsoft's answer on its way to Keycloak, caught before it gets there. */
  private String answerOf(Person person, String user) {
    HtmlPage microsoft = person.goesToMicrosoft("entra");
    person.browser().getOptions().setRedirectEnabled(false);
    String location =
        person.choosesAccount(microsoft, user).getWebResponse().getResponseHeaderValue("Location");
    person.browser().getOptions().setRedirectEnabled(true);
    return location;
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
