package io.entrabroker.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import io.entrabroker.simulator.errors.AadstsError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and administrators read when Microsoft refuses: words, code, ids, and no more. */
@CleanLog
class ExplainedErrorsIT extends TrialTest {

  private static final String CORRELATION = "6b5a4948-1111-4000-8000-61504f3e2d1c";
  private static final String TRACE = "7c5a4948-1111-4000-8000-61504f3e2d1c";
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @ParameterizedTest
  @CsvSource({
    "50105, interaction_required, has not been given access to this application",
    "50105, access_denied, has not been given access to this application",
    "50020, access_denied, choose your work or school account",
    "53003, access_denied, The rules of your organisation",
    "50097, invalid_grant, The rules of your organisation",
    "700054, unsupported_response_type, You did nothing wrong",
    "900144, invalid_request, You did nothing wrong",
    "500011, invalid_resource, You did nothing wrong",
    "90094, access_denied, has not approved this application",
    "90033, temporarily_unavailable, wait a few minutes",
    "987654, invalid_request, Microsoft did not complete your sign-in"
  })
  void anErrorThatTheBrowserBringsIsExplained(String number, String error, String words) {
    try (Person ada = Person.with(stack)) {
      HtmlPage end = Person.html(ada.open(answer(ada, error, described(number))));

      assertExplained(end, "ENTRA2101", "AADSTS" + number, words);
      assertThat(detail("ENTRA2101", "microsoft_trace_id")).isEqualTo(TRACE);
      assertThat(end.asNormalizedText()).contains("Correlation ID " + CORRELATION);
      realm.assertNobodyGotIn(ada);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7000222, invalid_client, '', You did nothing wrong",
    "700027, invalid_client, '', You did nothing wrong",
    "70021, invalid_request, '', You did nothing wrong",
    "50012, invalid_client, '', You did nothing wrong",
    "90124, invalid_request, '', You did nothing wrong",
    "90130, invalid_request, '', You did nothing wrong",
    "900432, invalid_request, '', You did nothing wrong",
    "70008, invalid_grant, '', took too long or was used already",
    "501481, invalid_grant, '', took too long or was used already",
    "50173, invalid_grant, bad_token, took too long or was used already",
    "50057, invalid_grant, '', it may be locked or switched off",
    "50034, invalid_grant, bad_token, choose your work or school account",
    "50196, invalid_grant, '', wait a few minutes",
    "53011, invalid_grant, '', The rules of your organisation",
    "90055, temporarily_unavailable, '', wait a few minutes",
    "987654, invalid_grant, no_such_suberror, Microsoft did not complete your sign-in"
  })
  void anErrorOfTheTokenEndpointIsExplained(
      int number, String error, String subError, String words) {
    AadstsError failure = AadstsError.of(number, error, "Mail ada@contoso.example for help.");
    stack
        .simulator()
        .failNextTokenRequestWith(subError.isEmpty() ? failure : failure.and("suberror", subError));
    try (Person ada = Person.with(stack)) {
      HtmlPage end = Person.html(ada.signsIn("entra", "ada.lovelace"));

      assertExplained(end, "ENTRA2202", "AADSTS" + number, words);
      assertThat(detail("ENTRA2202", "microsoft_suberror"))
          .isEqualTo(subError.equals("bad_token") ? "bad_token" : "");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void theEventAndTheLogSayWhoCanMendItAndHow() {
    try (Person ada = Person.with(stack)) {
      ada.open(answer(ada, "interaction_required", described("50105")));

      String explanation = detail("ENTRA2101", "explanation");
      assertThat(explanation)
          .contains("the person is not assigned", "an Entra administrator", "Users and groups");
      assertThat(ourLogLines(detail("ENTRA2101", "incident")))
          .singleElement()
          .asString()
          .contains(explanation);
    }
  }

  @Test
  void whoeverReadsGermanReadsGerman() {
    speaking(List.of("en", "de"));
    try (Person ada = Person.with(stack)) {
      ada.browser().addRequestHeader("Accept-Language", "de");
      HtmlPage end = Person.html(ada.open(answer(ada, "access_denied", described("50105"))));

      assertThat(end.asNormalizedText()).contains("hat noch keinen Zugriff", "AADSTS50105");
    } finally {
      speaking(List.of());
    }
  }

  private void speaking(List<String> languages) {
    stack
        .admin()
        .put(
            "/openmetadata",
            Map.of(
                "internationalizationEnabled",
                !languages.isEmpty(),
                "supportedLocales",
                languages));
  }

  @Test
  void pressingCancelAtMicrosoftIsNoError() {
    try (Person ada = Person.with(stack)) {
      HtmlPage end =
          Person.html(ada.open(answer(ada, "access_denied", "") + "&error_subcode=cancel"));

      assertThat(end.getElementById("social-entra")).isNotNull();
      assertThat(realm.onlyRefusal("ENTRA2102")).isNotNull();
    }
  }

  private void assertExplained(HtmlPage page, String reason, String code, String words) {
    realm.assertRefused(page, reason);
    String text = page.asNormalizedText();
    assertThat(text).contains(words, code).doesNotContain("contoso.example", "evil", "{");
    Matcher correlation = GUID.matcher(text);
    assertThat(correlation.find()).isTrue();
    assertThat(detail(reason, "microsoft_error")).isEqualTo(code);
    assertThat(detail(reason, "microsoft_correlation_id")).isEqualTo(correlation.group());
    assertThat(detail(reason, "explanation")).isNotEmpty();
    assertThat(ourLogLines(detail(reason, "incident")))
        .singleElement()
        .asString()
        .contains(code, correlation.group());
    assertThat(realm.logLines("evil")).isEmpty();
  }

  private List<String> ourLogLines(String containing) {
    return realm.logLines(containing).stream()
        .filter(line -> line.contains("[io.entrabroker]"))
        .toList();
  }

  private String detail(String reason, String name) {
    JsonNode details = realm.onlyRefusal(reason).get("details");
    assertThat(details.toString()).doesNotContain("contoso.example", "evil");
    return details.path(name).asText();
  }

  private static String described(String number) {
    return "AADSTS%s: <b>evil</b> ada@contoso.example\r\nTrace ID: %s\r\nCorrelation ID: %s"
        .formatted(number, TRACE, CORRELATION);
  }

  private String answer(Person person, String error, String description) {
    String answer = answerOf(person);
    return answer.replace(
        "code=" + Person.parameter(answer, "code"),
        "error=" + error + "&error_description=" + encoded(description));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
