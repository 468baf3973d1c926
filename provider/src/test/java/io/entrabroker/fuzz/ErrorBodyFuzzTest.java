package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.diagnostics.ClaimsChallenge;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.keycloak.upstream.UpstreamAnswer.Answered;

class ErrorBodyFuzzTest {

  @DictionaryEntries({
    "\"error\":",
    "\"error_description\":",
    "\"error_codes\":[",
    "\"suberror\":",
    "\"correlation_id\":",
    "\"trace_id\":",
    "\"claims\":",
    "\"access_token\"",
    "\"id_token\"",
    "\"capolids\"",
    "\"acrs\"",
    "\"essential\"",
    "\"values\"",
    "\\\""
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void aChallengeIsWrittenAnewAndReadsTheSame(byte[] body) {
    MicrosoftError error =
        MicrosoftError.answered(new Answered(400, "", Fuzzing.text(body)).json());
    ClaimsChallenge challenge = error.challenge();

    Fuzzing.require(
        ClaimsChallenge.sentByMicrosoft(challenge.parameter()).equals(challenge),
        "Another reading");
    Fuzzing.require(!error.code().isEmpty(), "No code");
  }
}
