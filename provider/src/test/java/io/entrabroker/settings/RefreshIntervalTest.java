package io.entrabroker.settings;

import static io.entrabroker.settings.Configs.problem;
import static io.entrabroker.settings.Configs.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.refresh.RefreshInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshIntervalTest {

  @Test
  void sessionsAreRefreshedEveryHourUnlessSomethingElseIsWritten() {
    assertThat(settings().refresh()).isEqualTo(new RefreshInterval(60));
    assertThat(settings("refreshInterval", "15").refresh()).isEqualTo(new RefreshInterval(15));
    assertThat(settings("refreshInterval", "off").refresh()).isEqualTo(RefreshInterval.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "often", "1441"})
  void aWrongIntervalIsRefusedWithWhatToWrite(String text) {
    assertThat(problem(ConnectionSettings.REFRESH_INTERVAL, "refreshInterval", text))
        .contains("Write minutes, from 5 to 1440, or off.");
  }

  @Test
  void theIdTokenFlowCannotRefreshAndSaysSo() {
    assertThat(
            problem(
                ConnectionSettings.REFRESH_INTERVAL, "flow", "id_token", "refreshInterval", "60"))
        .contains("gives no refresh token")
        .contains("Write off, or choose the flow code.");
  }

  @Test
  void theIdTokenFlowIsFineWhereNobodyAskedForRefreshing() {
    assertThat(settings("flow", "id_token").refresh()).isEqualTo(RefreshInterval.OFF);
    assertThat(settings("flow", "id_token", "refreshInterval", "off").refresh())
        .isEqualTo(RefreshInterval.OFF);
  }
}
