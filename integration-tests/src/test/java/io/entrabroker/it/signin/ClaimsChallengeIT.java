package io.entrabroker.it.signin;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.entrabroker.it.App;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.policy.SignInRule;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft demands more when the code is redeemed: back to Microsoft once, with the demand. */
@CleanLog
class ClaimsChallengeIT extends TrialTest {

  private static final String CLAIMS =
      "{\"access_token\":{\"capolids\":{\"essential\":true,"
          + "\"values\":[\""
          + SignInRule.MFA_POLICY
          + "\"]}}}";

  @BeforeEach
  @AfterEach
  void nothingIsDemanded() {
    stack.simulator().signInRules().clear();
    stack.simulator().clearRequests();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entra", "entra-spa"})
  void whoeverLacksTheSecondFactorGoesBackOnceAndGetsIn(String alias) {
    demand(SignInRule.demandingMfa());
    int before = realm.logLines("ENTRA5701").size();
    try (Person ada = Person.with(stack)) {
      signsIn(ada, alias);

      assertThat(ada.hasSession()).isTrue();
      List<RecordedRequest> requests = authorizations();
      assertThat(requests).hasSize(2);
      RecordedRequest first = requests.get(0);
      RecordedRequest second = requests.get(1);
      assertThat(first.parameter("claims")).isEmpty();
      assertThat(second.parameter("claims")).hasValue(CLAIMS);
      for (String fresh : List.of("state", "nonce", "code_challenge")) {
        assertThat(second.parameter(fresh)).as(fresh).isPresent();
        assertThat(second.parameter(fresh)).as(fresh).isNotEqualTo(first.parameter(fresh));
      }
      for (String same : List.of("client_id", "redirect_uri", "scope", "response_mode")) {
        assertThat(second.parameter(same)).as(same).isEqualTo(first.parameter(same));
      }
      assertThat(realm.refusals()).isEmpty();
      assertThat(realm.logLines("ENTRA5701").subList(before, before + 1))
          .singleElement()
          .asString()
          .contains("AADSTS50076");
    }
  }

  @Test
  void whoeverIsKnownGoesBackLikeANewcomer() {
    try (Person ada = Person.with(stack)) {
      signsIn(ada, "entra");
    }
    stack.simulator().clearRequests();
    demand(SignInRule.demandingContext("c1"));
    try (Person ada = Person.with(stack)) {
      signsIn(ada, "entra");

      assertThat(ada.hasSession()).isTrue();
      assertThat(authorizations().get(1).parameter("claims").orElse("")).contains("acrs", "c1");
      assertThat(realm.users()).hasSize(1);
    }
  }

  @Test
  void aDemandWithoutClaimsLeadsBackAsWell() {
    stack
        .simulator()
        .failNextTokenRequestWith(
            AadstsError.of(50079, "invalid_grant", "Enrol.").and("suberror", "basic_action"));
    try (Person ada = Person.with(stack)) {
      signsIn(ada, "entra");

      assertThat(ada.hasSession()).isTrue();
      assertThat(authorizations()).hasSize(2);
      assertThat(authorizations().get(1).parameter("claims")).isEmpty();
    }
  }

  static Stream<Arguments> neverMet() {
    return Stream.of(
        arguments(SignInRule.demandingMfa().neverSatisfied(), "AADSTS50076", "wants more proof"),
        arguments(SignInRule.blocking(), "AADSTS53003", "The rules of your organisation"));
  }

  @ParameterizedTest
  @MethodSource("neverMet")
  void theSecondDemandEndsOnAnExplainedPage(SignInRule rule, String code, String words) {
    demand(rule);
    try (Person ada = Person.with(stack)) {
      HtmlPage end = Person.html(signsIn(ada, "entra"));

      assertThat(end.asNormalizedText()).contains(words, code);
      realm.assertRefused(end, "ENTRA2103");
      assertThat(microsoftError("ENTRA2103")).isEqualTo(code);
      assertThat(authorizations()).hasSize(2);
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void afterThePageASignInBegunAnewIsAFirstOneAgain() {
    demand(SignInRule.demandingMfa().neverSatisfied());
    try (Person ada = Person.with(stack)) {
      signsIn(ada, "entra");
      nothingIsDemanded();
      signsIn(ada, "entra");

      assertThat(ada.hasSession()).isTrue();
      assertThat(authorizations()).hasSize(1);
      assertThat(authorizations().get(0).parameter("claims")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"select_account, ''", "login, login", "consent, ''"})
  void onTheWayBackNothingIsAskedButThePasswordWhereEverySignInNeedsIt(
      String configured, String asked) {
    upstreams.post(TRIAL, "entra", with(upstreams.web(), "prompt", configured));
    demand(SignInRule.demandingMfa());
    try (Person ada = Person.with(stack)) {
      signsIn(ada, TRIAL);

      assertThat(ada.hasSession()).isTrue();
      assertThat(authorizations().get(0).parameter("prompt")).hasValue(configured);
      assertThat(authorizations().get(authorizations().size() - 1).parameter("prompt").orElse(""))
          .isEqualTo(asked);
    }
  }

  @Test
  void aDemandThatComesInTheRedirectLeadsBackAsWell() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      stack.simulator().clearRequests();
      Page end =
          ada.open(
              answer.replace(
                  "code=" + Person.parameter(answer, "code"),
                  App.form(
                      Map.of(
                          "error",
                          "interaction_required",
                          "error_description",
                          "AADSTS50076: x",
                          "claims",
                          CLAIMS))));
      goesOn(ada, end);

      assertThat(authorizations()).hasSize(1);
      assertThat(authorizations().get(0).parameter("claims")).hasValue(CLAIMS);
      assertThat(ada.hasSession()).isTrue();
    }
  }

  @Test
  void theLoginHintGoesAlong() {
    upstreams.post(TRIAL, "entra", with(upstreams.web(), "loginHint", "true"));
    demand(SignInRule.demandingMfa());
    try (Person ada = Person.with(stack)) {
      Page microsoft =
          ada.open(authorization(Map.of("login_hint", "ada.lovelace@contoso.example")));
      goesOn(ada, microsoft);

      assertThat(authorizations()).hasSize(2);
      assertThat(authorizations())
          .allSatisfy(
              request ->
                  assertThat(request.parameter("login_hint"))
                      .hasValue("ada.lovelace@contoso.example"));
    }
  }

  @Test
  void anApplicationThatAskedSilentlyIsToldAndNobodyIsSentAnywhere() {
    upstreams.post(
        TRIAL, "entra", with(upstreams.web(), "acceptsPromptNoneForwardFromClient", "true"));
    try (Person ada = Person.with(stack)) {
      signsIn(ada, TRIAL);
      ada.browser().getCookieManager().getCookies().stream()
          .filter(cookie -> cookie.getName().startsWith("K"))
          .toList()
          .forEach(ada.browser().getCookieManager()::removeCookie);
      stack.simulator().clearRequests();
      demand(SignInRule.demandingMfa());
      String end = follow(ada, authorization(Map.of("prompt", "none")));

      assertThat(end).startsWith(stack.catalogUrl()).contains("error=interaction_required");
      assertThat(authorizations()).hasSize(1);
      assertThat(microsoftError("ENTRA2202")).isEqualTo("AADSTS50076");
    }
  }

  private void demand(SignInRule rule) {
    stack.simulator().signInRules().add(rule.of("ada.lovelace@contoso.example"));
  }

  /** Where the browser ends that is sent on and on until it reaches the catalog. */
  private String follow(Person person, String from) {
    String at = from;
    for (int i = 0; i < 10 && !at.startsWith(stack.catalogUrl()); i++) {
      WebResponse answer = person.openWithoutFollowing(at);
      assertThat(answer.getResponseHeaderValue("Location"))
          .as(answer.getContentAsString())
          .isNotNull();
      at = answer.getResponseHeaderValue("Location");
    }
    return at;
  }

  private Page signsIn(Person person, String alias) {
    return goesOn(person, person.goesToMicrosoft(alias));
  }

  /** Picks Ada wherever Microsoft asks who it is, and approves wherever it asks for more. */
  private static Page goesOn(Person person, Page page) {
    Page now = page;
    for (int i = 0; i < 5; i++) {
      for (String button : List.of("user-ada.lovelace", "accept", "approve")) {
        if (now instanceof HtmlPage html && html.getElementById(button) != null) {
          now = person.press(html, button);
        }
      }
    }
    return now;
  }

  private String authorization(Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("response_type", "code");
    parameters.put("scope", "openid");
    parameters.put("client_id", "openmetadata-web");
    parameters.put("redirect_uri", stack.catalogUrl() + "/callback");
    parameters.put("kc_idp_hint", TRIAL);
    return stack.keycloak().realmUri() + "/protocol/openid-connect/auth?" + App.form(parameters);
  }

  private List<RecordedRequest> authorizations() {
    return stack.simulator().requests().stream()
        .filter(RecordedRequest::toAuthorizeEndpoint)
        .filter(request -> request.parameter("response_type").isPresent())
        .filter(request -> request.method().equals("GET"))
        .toList();
  }
}
