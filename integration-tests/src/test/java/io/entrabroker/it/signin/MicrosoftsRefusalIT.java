package io.entrabroker.it.signin;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.errors.Aadsts;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Microsoft refuses: shown on its own page, or explained on ours. */
@CleanLog
class MicrosoftsRefusalIT extends TrialTest {

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
}
