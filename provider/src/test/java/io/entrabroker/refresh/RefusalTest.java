package io.entrabroker.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.diagnostics.AadstsCode;
import io.entrabroker.diagnostics.MicrosoftError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, 50057, '', SESSION_OVER",
    "400, invalid_grant, 50173, bad_token, SESSION_OVER",
    "400, invalid_grant, 50133, '', SESSION_OVER",
    "400, invalid_grant, 50034, bad_token, SESSION_OVER",
    "400, invalid_grant, 51004, '', SESSION_OVER",
    "400, invalid_grant, 50076, basic_action, SIGN_IN_AGAIN",
    "400, interaction_required, 50079, '', SIGN_IN_AGAIN",
    "400, invalid_grant, 53003, message_only, SIGN_IN_AGAIN",
    "400, invalid_grant, 70043, '', SIGN_IN_AGAIN",
    "400, invalid_grant, 65001, consent_required, SIGN_IN_AGAIN",
    "400, interaction_required, 50105, '', SIGN_IN_AGAIN",
    "400, invalid_grant, 700082, bad_token, STOP_REFRESHING",
    "400, invalid_grant, 700084, '', STOP_REFRESHING",
    "401, invalid_client, 7000215, '', UNCHANGED",
    "401, invalid_client, 7000222, '', UNCHANGED",
    "400, unauthorized_client, 700016, '', UNCHANGED",
    "400, invalid_grant, 50053, '', UNCHANGED",
    "503, temporarily_unavailable, 90033, '', UNCHANGED",
    "429, temporarily_unavailable, 0, '', UNCHANGED",
    "400, invalid_grant, 50196, '', UNCHANGED"
  })
  void whatEntraSaysDecides(
      int status, String error, int number, String detail, RefreshVerdict verdict) {
    assertThat(refusal(status, error, number, detail).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "basic_action",
        "additional_action",
        "message_only",
        "consent_required",
        "user_password_expired",
        "bad_token"
      })
  void whoeverHasToComeForAnUnknownReasonIsSentThere(String detail) {
    assertThat(refusal(400, "invalid_grant", 59999, detail).verdict())
        .isEqualTo(RefreshVerdict.SIGN_IN_AGAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interaction_required", "login_required", "consent_required"})
  void oauthsOwnWordsForItCountToo(String error) {
    assertThat(refusal(400, error, 0, "").verdict()).isEqualTo(RefreshVerdict.SIGN_IN_AGAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_grant, ''",
    "invalid_grant, client_mismatch",
    "invalid_grant, protection_policy_required",
    "invalid_grant, something_new",
    "server_error, ''",
    "something_new, ''",
    "'', ''"
  })
  void whatIsNotKnownChangesNothing(String error, String detail) {
    assertThat(refusal(400, error, 59999, detail).verdict()).isEqualTo(RefreshVerdict.UNCHANGED);
    assertThat(refusal(400, error, 0, detail).verdict()).isEqualTo(RefreshVerdict.UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aServerInTroubleEndsNoSession(int status) {
    assertThat(refusal(status, "invalid_grant", 50057, "bad_token").verdict())
        .isEqualTo(RefreshVerdict.UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_client", "unauthorized_client"})
  void whatSpeaksOfTheApplicationEndsNoSession(String error) {
    assertThat(refusal(401, error, 50173, "bad_token").verdict())
        .isEqualTo(RefreshVerdict.UNCHANGED);
  }

  @Test
  void noNumberIsDecidedTwice() {
    List<Integer> all = new ArrayList<>();
    Arrays.stream(RefusalRule.values()).forEach(rule -> all.addAll(rule.numbers()));

    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(120);
  }

  @Test
  void onlyNumbersThatSayThatTheAccountMustNotGoOnEndASession() {
    assertThat(
            Arrays.stream(RefusalRule.values())
                .filter(rule -> rule.verdict() == RefreshVerdict.SESSION_OVER)
                .flatMap(rule -> rule.numbers().stream()))
        .containsExactlyInAnyOrder(50057, 50034, 51004, 16003, 50173, 50133);
  }

  @Test
  void everyCodeThatIsExplainedIsDecided() {
    assertThat(AadstsCode.all().stream().map(AadstsCode::number))
        .isNotEmpty()
        .allSatisfy(number -> assertThat(RefusalRule.of(number)).isPresent());
  }

  private static Refusal refusal(int status, String error, int number, String detail) {
    ObjectNode body = JSON.createObjectNode().put("error", error);
    if (number != 0) {
      body.put("error_description", "AADSTS" + number + ": Words. Trace ID: x");
      body.putArray("error_codes").add(number);
    }
    if (!detail.isEmpty()) {
      body.put("suberror", detail);
    }
    return new Refusal(status, MicrosoftError.answered(body));
  }
}
