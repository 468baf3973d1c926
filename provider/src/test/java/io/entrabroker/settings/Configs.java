package io.entrabroker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.LoginHosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Configurations of the tests in this package: a valid one, and changes of it. */
final class Configs {

  static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  static final String CLIENT = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  static final String GROUP = "11111111-2222-4333-8444-555555555555";

  private Configs() {}

  /** Nothing but what has no default; changes are given as key and value. */
  static Map<String, String> web(String... changes) {
    Map<String, String> config = new HashMap<>();
    config.put("authority", TENANT);
    config.put("clientId", CLIENT);
    config.put("clientSecret", "the-value");
    for (int i = 0; i < changes.length; i += 2) {
      config.put(changes[i], changes[i + 1]);
    }
    return config;
  }

  /** The settings of a configuration that has no problem. */
  static EntraSettings settings(String... changes) {
    SettingsReading reading = read(changes);
    assertThat(reading.problems()).isEmpty();
    return reading.settings().orElseThrow();
  }

  /** The problems of a configuration, in the order in which they were found. */
  static List<SettingsProblem> problems(String... changes) {
    SettingsReading reading = read(changes);
    assertThat(reading.settings().isPresent()).isEqualTo(reading.problems().isEmpty());
    return reading.problems();
  }

  /** The only problem of a configuration, which is one of this setting; its sentence. */
  static String problem(Setting<?> setting, String... changes) {
    List<SettingsProblem> problems = problems(changes);
    assertThat(problems).extracting(SettingsProblem::key).containsExactly(setting.key());
    assertThat(problems.get(0).kind()).isEqualTo(SettingsProblem.Kind.WRONG);
    return problems.get(0).text();
  }

  private static SettingsReading read(String... changes) {
    return new SettingsReader(LoginHosts.microsoftOnly()).read(web(changes));
  }
}
