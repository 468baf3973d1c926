package io.entrabroker.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RefreshSchedule HOURLY = new RefreshSchedule(Duration.ofHours(1));

  @Test
  void nobodyWaitsLongerThanTheIntervalAndNobodyMuchLess() {
    for (int i = 0; i < 1000; i++) {
      Duration wait = Duration.between(NOW, HOURLY.next("session-" + i, NOW));

      assertThat(wait).isBetween(Duration.ofMinutes(54), Duration.ofHours(1));
    }
  }

  @Test
  void whoeverComesAtTheSameMomentDoesNotComeBackAtTheSameMoment() {
    Set<Instant> moments = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      moments.add(HOURLY.next("session-" + i, NOW));
    }

    assertThat(moments).hasSizeGreaterThan(200);
  }

  @Test
  void aSessionAlwaysWaitsTheSameTime() {
    assertThat(HOURLY.next("some", NOW)).isEqualTo(HOURLY.next("some", NOW));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "60, 60", "0, 1"})
  void failuresInARowWaitTwiceAsLongEachTimeUpToTheInterval(int failures, int minutes) {
    assertThat(HOURLY.afterFailure(failures, "", NOW))
        .isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
  }

  @ParameterizedTest
  @CsvSource({
    "7200, 7200",
    "10, 60",
    "999999999, 86400",
    "soon, 60",
    "-5, 60",
    "99999999999, 60",
    "'Sun, 22 Nov 2026 14:00:00 GMT', 7200",
    "'Sun, 22 Nov 2020 14:00:00 GMT', 60"
  })
  void entraMayAskForMoreTimeButNotForLess(String retryAfter, int seconds) {
    assertThat(HOURLY.afterFailure(1, retryAfter, NOW)).isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "60, 60", "1440, 1440"})
  void anIntervalIsWrittenInMinutes(String text, int minutes) {
    assertThat(RefreshInterval.parse(text).asOptional()).contains(new RefreshInterval(minutes));
    assertThat(new RefreshInterval(minutes).schedule())
        .contains(new RefreshSchedule(Duration.ofMinutes(minutes)));
  }

  @Test
  void offMeansNever() {
    assertThat(RefreshInterval.parse("off").asOptional()).contains(RefreshInterval.OFF);
    assertThat(RefreshInterval.OFF.schedule()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "1441", "-60", "1h", "never", "60.5", "99999999999"})
  void anyOtherIntervalIsRefused(String text) {
    assertThat(RefreshInterval.parse(text).asOptional()).isEmpty();
  }
}
