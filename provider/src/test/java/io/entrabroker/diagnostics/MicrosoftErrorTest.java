package io.entrabroker.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftErrorTest {

  private static final String CORRELATION = "6b5a4948-0000-4000-8000-61504f3e2d1c";
  private static final String TRACE = "0b5a4948-0000-4000-8000-61504f3e2d1c";

  @Test
  void codeAndCorrelationIdAreReadInBothLayouts() {
    String spaces =
        "AADSTS7000215: Invalid client secret. Trace ID: x Correlation ID: "
            + CORRELATION
            + " Timestamp: 2026-11-22 10:00:00Z";

    assertThat(MicrosoftError.read("invalid_client", spaces))
        .isEqualTo(error("invalid_client", 7000215, CORRELATION))
        .isEqualTo(
            MicrosoftError.read(
                "invalid_client", spaces.replace(" Correlation", "\r\nCorrelation")));
  }

  @Test
  void nothingThatAnAttackerWritesIsKept() {
    MicrosoftError error =
        MicrosoftError.read("<script>", "ada@contoso.example AADSTS1\nENTRA0000 fake log line");

    assertThat(error).isEqualTo(error("unknown", 0, ""));
    assertThat(error.code()).isEqualTo("unknown");
  }

  private static MicrosoftError error(String error, int number, String correlation) {
    return new MicrosoftError(
        error, number, SubError.NONE, new RequestIds(correlation, ""), ClaimsChallenge.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call_the_helpdesk_at_evil", "Access_denied", "access_denied ", "<b>"})
  void aWordThatIsNoOAuthErrorIsNotRepeated(String word) {
    assertThat(MicrosoftError.read(word, "").code()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AADSTS0800123", "AADSTS123", "AADSTS123456789", " AADSTS50105", "50105"})
  void aNumberOfAnotherShapeOrElsewhereIsNone(String description) {
    assertThat(MicrosoftError.read("server_error", description).number()).isZero();
  }

  @Test
  void anAnswerOfTheTokenEndpointIsReadByItsMembers() throws IOException {
    MicrosoftError error =
        answered(
            """
            {"error": "invalid_grant", "error_description": "AADSTS50105: Trace ID: x",
             "error_codes": [50076], "correlation_id": "%s", "trace_id": "%s",
             "suberror": "basic_action", "claims": "{\\"access_token\\":{\\"acrs\\":null}}"}
            """
                .formatted(CORRELATION, TRACE));

    assertThat(error)
        .isEqualTo(
            new MicrosoftError(
                "invalid_grant",
                50076,
                SubError.BASIC_ACTION,
                new RequestIds(CORRELATION, TRACE),
                new ClaimsChallenge("{\"access_token\":{\"acrs\":null}}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{\"error_codes\": \"50076\", \"correlation_id\": 7, \"suberror\": [\"basic_action\"]}",
        "{\"error_codes\": [1, -50076, 1e9, \"50076\"], \"correlation_id\": \"<b>\"}",
        "{\"error\": {\"error\": \"invalid_grant\"}, \"claims\": {\"access_token\": {\"acrs\": null}}}"
      })
  void membersOfAnotherTypeAreAsGoodAsNone(String body) throws IOException {
    assertThat(answered(body)).isEqualTo(error("unknown", 0, ""));
  }

  @Test
  void theSubErrorIsOneOfAList() throws IOException {
    assertThat(answered("{\"suberror\": \"message_only\"}").subError())
        .isEqualTo(SubError.MESSAGE_ONLY);
    assertThat(answered("{\"suberror\": \"call 0800\"}").subError()).isEqualTo(SubError.OTHER);
    assertThat(SubError.OTHER.text()).isEmpty();
  }

  @Test
  void pressingCancelIsToldBySubcode() {
    assertThat(
            MicrosoftError.redirected("access_denied", "AADSTS50105: x", "cancel", "")
                .isCancelled())
        .isTrue();
    assertThat(MicrosoftError.redirected("server_error", "", "cancel", "").isCancelled()).isFalse();
  }

  private static MicrosoftError answered(String body) throws IOException {
    return MicrosoftError.answered(new ObjectMapper().readTree(body));
  }

  @Test
  void aLongDescriptionIsCut() {
    assertThat(MicrosoftError.read("server_error", "x".repeat(1_000_000)).number()).isZero();
  }

  @Test
  void cancellingIsToldFromBeingDenied() {
    assertThat(MicrosoftError.read("access_denied", "").isCancelled()).isTrue();
    assertThat(MicrosoftError.read("access_denied", "AADSTS65004: declined").isCancelled())
        .isTrue();
    assertThat(MicrosoftError.read("access_denied", "AADSTS50105: assign").isCancelled()).isFalse();
    assertThat(MicrosoftError.read("server_error", "").isCancelled()).isFalse();
  }

  @Test
  void whatToDoIsSaidWithTheMenuPath() {
    assertThat(MicrosoftError.read("invalid_request", "AADSTS9002327: x").explanation())
        .contains("the operator of this server", "registration spa", "App registrations >");
  }

  @Test
  void thePageNamesCodeAndCorrelationIdOnly() {
    String description = "AADSTS50105: ada@contoso.example Correlation ID: " + CORRELATION;

    assertThat(MicrosoftError.read("access_denied", description).reference())
        .isEqualTo("AADSTS50105, Correlation ID " + CORRELATION);
    assertThat(MicrosoftError.read("access_denied", "ada@contoso.example").reference())
        .isEqualTo("access_denied");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, 50076, '', true",
    "invalid_grant, 50158, '', true",
    "invalid_grant, 53003, message_only, true",
    "invalid_grant, 53000, additional_action, true",
    "invalid_grant, 65001, consent_required, true",
    "invalid_grant, 50055, user_password_expired, true",
    "interaction_required, 53003, '', true",
    "invalid_grant, 53003, '', false",
    "invalid_grant, 50173, bad_token, false",
    "invalid_grant, 700082, token_expired, false",
    "invalid_client, 7000215, '', false",
    "temporarily_unavailable, 90033, '', false",
    "invalid_grant, 50196, '', false",
    "invalid_grant, 50076, protection_policy_required, true",
    "invalid_grant, 53003, protection_policy_required, false"
  })
  void anotherSignInHelpsWhereMicrosoftCanAskThePerson(
      String error, int number, String subError, boolean helps) throws IOException {
    String body = "{\"error\":\"%s\",\"error_codes\":[%d],\"suberror\":\"%s\"%s}";

    assertThat(answered(body.formatted(error, number, subError, "")).needsAnotherSignIn())
        .isEqualTo(helps);
    assertThat(
            answered(
                    body.formatted(
                        error,
                        number,
                        subError,
                        ",\"claims\":\"{\\\"id_token\\\":{\\\"acrs\\\":null}}\""))
                .needsAnotherSignIn())
        .isTrue();
  }
}
