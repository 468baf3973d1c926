package io.entrabroker.it.signout;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.App;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that ends every session, which no application has to know. */
@CleanLog
class SignOutEverywhereIT extends SignOutTest {

  private static final String BUTTON = "entra-confirm-sign-out";

  @Test
  void theCatalogsServerEndsItsOwnSessionOnlyAndThePageEndsTheOthers() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      ada.open(stack.catalogUrl() + "/api/v1/auth/logout");

      assertThat(sessions()).isEqualTo(1);
      assertThat(isSignedInAtMicrosoft(ada)).isTrue();
      // Nobody asks Ada anything: she is back in.
      assertThat(ada.open(signIn()).getUrl().toString()).contains("/callback");
      HtmlPage end = signsOutEverywhere(ada);

      assertThat(end.asNormalizedText()).contains("You are signed out");
      assertThat(sessions()).isZero();
      assertThat(ada.hasSession()).isFalse();
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
      assertThat(ada.goesToMicrosoft(TRIAL).getElementById("user-" + ADA)).isNotNull();
    }
  }

  @Test
  void theQuestionChangesNothing() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      Page question = ada.open(page("sign-out"));

      assertThat(question.getWebResponse().getResponseHeaderValue("Cache-Control"))
          .contains("no-store");
      assertThat(sessions()).isEqualTo(1);
      assertThat(isSignedInAtMicrosoft(ada)).isTrue();
    }
  }

  @Test
  void whereMicrosoftsSessionWouldStayThePageEndsItAllTheSame() {
    upstreams.post(TRIAL, "entra", with(upstreams.web(), "signOut", "keycloak-only"));
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      signsOutEverywhere(ada);

      assertThat(sessions()).isZero();
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
    }
  }

  @Test
  void aProviderThatIsDisabledDoesNotStopIt() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      String address = "/openmetadata/identity-provider/instances/" + TRIAL;
      stack.admin().put(address, ((ObjectNode) stack.admin().get(address)).put("enabled", false));
      signsOutEverywhere(ada);

      assertThat(sessions()).isZero();
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
    }
  }

  @Test
  void whoeverHasNoSessionHereCanStillEndTheOneAtMicrosoft() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      realm.forgetPeople();
      assertThat(isSignedInAtMicrosoft(ada)).isTrue();
      HtmlPage question = Person.html(ada.open(page("sign-out")));
      assertThat(question.asNormalizedText()).contains("You are not signed in here");
      Person.html(ada.press(question, BUTTON));

      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
    }
  }

  @Test
  void theLastPageLeadsToTheCatalogsOwnAddressOnly() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      HtmlPage end = signsOutEverywhere(ada);

      assertThat(end.getElementById("entra-catalog").getAttribute("href"))
          .isEqualTo(stack.catalogUrl() + "/");
    }
  }

  @Test
  void whoeverIsStillSignedInIsNotToldOtherwise() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);

      assertThat(ada.open(page("signed-out")).getUrl().toString()).isEqualTo(page("sign-out"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redirect_uri",
        "post_logout_redirect_uri",
        "target",
        "catalog",
        "client_id",
        "state",
        "question",
        "referrer"
      })
  void noParameterLeadsElsewhere(String parameter) {
    upstreams.post(TRIAL, "entra", upstreams.web());
    String evil = "?" + App.form(Map.of(parameter, "https://evil.example/"));
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      HtmlPage question = Person.html(ada.open(page("sign-out") + evil));
      assertThat(question.getWebResponse().getContentAsString()).doesNotContain("evil.example");
      HtmlPage end = Person.html(ada.press(question, BUTTON));

      assertThat(end.getUrl().toString()).isEqualTo(page("signed-out"));
      assertThat(ada.open(page("signed-out") + evil).getWebResponse().getContentAsString())
          .doesNotContain("evil.example");
    }
  }

  @Test
  @Stopped(butNotIn = "anotherSiteSignsAdaOutWithoutItsGuard")
  void anotherSiteCannotSignAdaOut() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      String attackersOwn = question(Person.html(attacker.open(page("sign-out"))));
      for (String question : List.of("", "x", "A".repeat(43), attackersOwn)) {
        realm.forgetEvents();
        Page answer = posts(ada, page("sign-out"), question);

        assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(answer.getUrl().toString()).isEqualTo(page("sign-out"));
        assertThat(sessions()).isEqualTo(1);
        assertThat(isSignedInAtMicrosoft(ada)).isTrue();
        assertThat(events("LOGOUT_ERROR").findValuesAsText("reason")).containsExactly("ENTRA2305");
      }
    }
  }

  @Test
  void aQuestionOfAnotherSessionOfAdasIsNoAnswerInThisOne() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack);
        Person elsewhere = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      elsewhere.signsIn(TRIAL, ADA);
      String question = question(Person.html(elsewhere.open(page("sign-out"))));
      posts(ada, page("sign-out"), question);

      assertThat(sessions()).isEqualTo(2);
    }
  }

  @Test
  void anotherSiteSignsAdaOutWithoutItsGuard() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, ADA);
      posts(ada, stack.keycloak().realmUri() + "/unguarded-openmetadata/sign-out", "");

      assertThat(sessions()).isZero();
      assertThat(isSignedInAtMicrosoft(ada)).isFalse();
    }
  }

  private HtmlPage signsOutEverywhere(Person person) {
    HtmlPage end = Person.html(person.press(Person.html(person.open(page("sign-out"))), BUTTON));
    assertThat(end.getUrl().toString()).isEqualTo(page("signed-out"));
    return end;
  }

  /** The address of the catalog's button. */
  private String signIn() {
    return stack.catalogUrl()
        + "/api/v1/auth/login?"
        + App.form(Map.of("redirectUri", stack.catalogUrl() + "/callback", "kc_idp_hint", TRIAL));
  }

  private String page(String name) {
    return stack.keycloak().realmUri() + "/openmetadata/" + name;
  }

  private static String question(HtmlPage page) {
    return page.getElementByName("question").getAttribute("value");
  }

  private static Page posts(Person person, String address, String question) {
    try {
      WebRequest request = new WebRequest(URI.create(address).toURL(), HttpMethod.POST);
      request.setRequestParameters(List.of(new NameValuePair("question", question)));
      return person.browser().getPage(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
