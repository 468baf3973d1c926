package io.entrabroker.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MicrosoftErrorTest {

  private static final String CORRELATION = "6b5a4948-0000-4000-8000-61504f3e2d1c";

  @Test
  void codeAndCorrelationIdAreReadInBothLayouts() {
    String spaces =
        "AADSTS7000215: Invalid client secret. Trace ID: x Correlation ID: "
            + CORRELATION
            + " Timestamp: 2026-11-22 10:00:00Z";

    assertThat(MicrosoftError.read("invalid_client", spaces))
        .isEqualTo(new MicrosoftError("invalid_client", 7000215, CORRELATION))
        .isEqualTo(
            MicrosoftError.read(
                "invalid_client", spaces.replace(" Correlation", "\r\nCorrelation")));
  }

  @Test
  void nothingThatAnAttackerWritesIsKept() {
    MicrosoftError error =
        MicrosoftError.read("<script>", "ada@contoso.example AADSTS1\nENTRA0000 fake log line");

    assertThat(error).isEqualTo(new MicrosoftError("unknown", 0, ""));
    assertThat(error.code()).isEqualTo("unknown");
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
  void everyNumberIsThereOnceAndExplained() {
    assertThat(Stream.of(AadstsCode.values()).map(AadstsCode::number)).doesNotHaveDuplicates();
    assertThat(MicrosoftError.read("invalid_request", "AADSTS9002327: x").explanation())
        .hasValueSatisfying(text -> assertThat(text).contains("registration spa"));
  }
}
