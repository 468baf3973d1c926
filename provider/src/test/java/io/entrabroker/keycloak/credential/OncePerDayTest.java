package io.entrabroker.keycloak.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.clientauth.TestKeys;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OncePerDayTest {

  private final OncePerDay told = new OncePerDay();

  @Test
  void theSameIsToldOnceADay() {
    assertThat(told.isDue("a", TestKeys.NOW)).isTrue();
    assertThat(told.isDue("a", TestKeys.NOW)).isFalse();
    assertThat(told.isDue("a", TestKeys.NOW.plusSeconds(1))).isFalse();
    assertThat(told.isDue("a", TestKeys.NOW.plus(Duration.ofDays(1)).minusSeconds(1))).isFalse();
    assertThat(told.isDue("a", TestKeys.NOW.plus(Duration.ofDays(1)))).isTrue();
    assertThat(told.isDue("a", TestKeys.NOW.plus(Duration.ofDays(2)).minusSeconds(1))).isFalse();
  }

  @Test
  void somethingElseIsToldAtOnce() {
    assertThat(told.isDue("a", TestKeys.NOW)).isTrue();
    assertThat(told.isDue("b", TestKeys.NOW)).isTrue();
  }
}
