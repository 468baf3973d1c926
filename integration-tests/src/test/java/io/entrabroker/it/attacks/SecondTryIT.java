package io.entrabroker.it.attacks;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.App;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stopped;
import io.entrabroker.it.TrialTest;
import io.entrabroker.keycloak.idp.UnguardedIdentityProviderFactory;
import io.entrabroker.simulator.policy.SignInRule;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody writes errors of Microsoft's into the address, or makes Microsoft demand without end.
 * Each attack is shown to succeed at a twin of the provider that lacks the guard.
 */
@CleanLog
class SecondTryIT extends TrialTest {

  private static final String UNGUARDED = UnguardedIdentityProviderFactory.ID;
  private static final String INJECTED =
      "{\"access_token\":{\"acrs\":{\"value\":\"c1\"},\"xms_cc\":{\"values\":[\"cp1\"]}},"
          + "\"id_token\":{\"email\":{\"value\":\"boss@contoso.example\"}}}";
  private static final String HARMLESS = "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}";

  @BeforeEach
  @AfterEach
  void nothingIsDemanded() {
    stack.simulator().signInRules().clear();
    stack.simulator().clearRequests();
  }

  @Test
  @Stopped(butNotIn = "withoutThatGuardAnythingIsAskedFor")
  void aDemandWrittenIntoTheRedirectCanOnlyAskForPolicies() {
    upstreams.post(TRIAL, "entra", upstreams.web());

    assertThat(demandedAfterInjection()).isEqualTo(HARMLESS);
  }

  @Test
  void withoutThatGuardAnythingIsAskedFor() {
    upstreams.post(
        TRIAL,
        UNGUARDED,
        with(upstreams.web(), UnguardedIdentityProviderFactory.ANY_DEMAND, "true"));

    assertThat(demandedAfterInjection()).isEqualTo(INJECTED);
  }

  @Test
  @Stopped(butNotIn = "withoutThatGuardItGoesRoundAndRound")
  void aDemandThatIsNeverMetEndsAfterTheSecondRequest() {
    upstreams.post(TRIAL, "entra", upstreams.web());

    assertThat(requestsUntilTheEnd()).isEqualTo(2);
    assertThat(realm.onlyRefusal("ENTRA2103")).isNotNull();
  }

  @Test
  void withoutThatGuardItGoesRoundAndRound() {
    upstreams.post(
        TRIAL, UNGUARDED, with(upstreams.web(), UnguardedIdentityProviderFactory.ENDLESS, "true"));

    assertThat(requestsUntilTheEnd()).isGreaterThan(5);
  }

  @Test
  @Stopped(butNotIn = "withoutThatGuardItIs")
  void whatSomebodyWritesIntoAnErrorIsNotOnThePage() {
    upstreams.post(TRIAL, "entra", upstreams.web());

    assertThat(pageAfterForgedError()).doesNotContain("0800");
  }

  @Test
  void withoutThatGuardItIs() {
    upstreams.post(
        TRIAL, UNGUARDED, with(upstreams.web(), UnguardedIdentityProviderFactory.ECHO, "true"));

    assertThat(pageAfterForgedError()).contains("call 0800 123");
  }

  private String demandedAfterInjection() {
    try (Person ada = Person.with(stack)) {
      String forged = forged(ada, Map.of("error", "interaction_required", "claims", INJECTED));
      stack.simulator().clearRequests();
      ada.open(forged);

      assertThat(authorizations()).hasSize(1);
      return authorizations().get(0).parameter("claims").orElse("");
    }
  }

  private long requestsUntilTheEnd() {
    stack
        .simulator()
        .signInRules()
        .add(SignInRule.demandingMfa().neverSatisfied().of("ada.lovelace@contoso.example"));
    try (Person ada = Person.with(stack)) {
      HtmlPage microsoft = ada.goesToMicrosoft(TRIAL);
      String at = ada.withoutFollowing(() -> ada.press(microsoft, "user-ada.lovelace"));
      at = ada.openWithoutFollowing(at).getResponseHeaderValue("Location");
      HtmlPage proof = Person.html(ada.open(at));
      at = ada.withoutFollowing(() -> ada.press(proof, "approve"));
      for (int i = 0; i < 10 && at != null; i++) {
        WebResponse answer = ada.openWithoutFollowing(at);
        at = answer.getResponseHeaderValue("Location");
      }
      realm.assertNobodyGotIn(ada);
      return authorizations().size();
    }
  }

  private String pageAfterForgedError() {
    try (Person ada = Person.with(stack)) {
      return Person.html(
              ada.open(
                  forged(
                      ada,
                      Map.of(
                          "error",
                          "server_error",
                          "error_description",
                          "call 0800 123 <script>alert(1)</script>"))))
          .asNormalizedText();
    }
  }

  private String forged(Person person, Map<String, String> parameters) {
    HtmlPage microsoft = person.goesToMicrosoft(TRIAL);
    String answer = person.withoutFollowing(() -> person.choosesAccount(microsoft, "ada.lovelace"));
    return answer.replace("code=" + Person.parameter(answer, "code"), App.form(parameters));
  }

  private List<RecordedRequest> authorizations() {
    return stack.simulator().requests().stream()
        .filter(RecordedRequest::toAuthorizeEndpoint)
        .filter(request -> request.parameter("response_type").isPresent())
        .filter(request -> request.method().equals("GET"))
        .toList();
  }
}
