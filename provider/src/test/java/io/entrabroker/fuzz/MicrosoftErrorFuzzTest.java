package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.diagnostics.MicrosoftError;
import java.util.List;
import java.util.regex.Pattern;

class MicrosoftErrorFuzzTest {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "[a-z_]{1,48}|AADSTS\\d{1,9}|(?:[a-z_]{1,48}|AADSTS\\d{1,9}), Correlation ID [0-9a-fA-F-]{36}");

  @DictionaryEntries({
    "AADSTS",
    "AADSTS50076: ",
    "invalid_grant",
    "access_denied",
    "Trace ID: ",
    "Correlation ID: 11111111-2222-4333-8444-555555555555",
    "Timestamp: ",
    "<script>",
    "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"c1\"]}}}"
  })
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void nothingOfWhatABrowserBringsIsRepeated(byte[] input) {
    List<String> parts = Fuzzing.texts(input, 4);
    MicrosoftError error =
        MicrosoftError.redirected(parts.get(0), parts.get(1), parts.get(2), parts.get(3));

    Fuzzing.require(REFERENCE.matcher(error.reference()).matches(), "Repeated");
    Fuzzing.require(!error.explanation().isBlank(), "Not explained");
    error.nextStep();
  }
}
