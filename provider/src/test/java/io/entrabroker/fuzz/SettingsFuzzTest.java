package io.entrabroker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.settings.Setting;
import io.entrabroker.settings.Settings;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.tenant.LoginHosts;
import java.util.List;
import java.util.Map;

class SettingsFuzzTest {

  private static final SettingsReader READER = new SettingsReader(LoginHosts.microsoftOnly());
  private static final List<String> KEYS = Settings.ALL.stream().map(Setting::key).toList();

  // The first byte of each value chooses the setting.
  @FuzzTest(maxDuration = Fuzzing.IN_CI)
  void everySettingTakesItsValueOrSaysWhyNot(byte[] input) {
    Map<String, String> config = Fuzzing.config();
    for (String entry : Fuzzing.text(input).split("\0", 8)) {
      if (!entry.isEmpty()) {
        config.put(KEYS.get(entry.charAt(0) % KEYS.size()), entry.substring(1));
      }
    }
    SettingsReading reading = READER.read(config);

    Fuzzing.require(
        reading.settings().isPresent() == reading.problems().isEmpty(), "Neither read nor refused");
    reading
        .problems()
        .forEach(
            problem ->
                Fuzzing.require(
                    !problem.text().isBlank()
                        && problem.text().chars().noneMatch(Character::isISOControl),
                    "A problem that cannot be shown"));
  }
}
