package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTimeoutTest {

  @Test
  void itIsFiveSecondsWhereNothingIsWritten() {
    assertThat(CallTimeout.read("")).isEqualTo(Duration.ofSeconds(5));
    assertThat(CallTimeout.read(" ")).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 5000, 60_000})
  void millisecondsFromATenthOfASecondToAMinuteAreGood(int milliseconds) {
    assertThat(CallTimeout.read(String.valueOf(milliseconds)))
        .isEqualTo(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "99", "60001", "999999", "99999999999", "-5000", "5s", "5.0", "05000"})
  void withAnythingElseTheServerDoesNotStartAndSaysWhatToWrite(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallTimeout.read(text))
        .withMessage(
            "spi-identity_provider--entra--call-timeout is '"
                + text
                + "': write milliseconds, from 100 to 60000, such as 5000.");
  }
}
