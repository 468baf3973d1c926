package io.entrabroker.settings;

import io.entrabroker.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over a configuration that collects every problem on its way. */
final class ConfigReading {

  private final Map<String, String> config;
  private final List<SettingsProblem> problems = new ArrayList<>();

  ConfigReading(Map<String, String> config) {
    this.config = config;
  }

  List<SettingsProblem> problems() {
    return List.copyOf(problems);
  }

  String text(Setting<?> setting) {
    return setting.textIn(config);
  }

  void missing(Setting<?> setting, String text) {
    problems.add(SettingsProblem.missing(setting, text));
  }

  void wrong(Setting<?> setting, String text) {
    problems.add(SettingsProblem.wrong(setting, text));
  }

  /** Reads a setting that must be there. */
  Optional<String> required(Setting<String> setting, String whatToDo) {
    if (text(setting).isEmpty()) {
      missing(setting, setting.label() + " is missing. " + whatToDo);
      return Optional.empty();
    }
    return accept(setting, setting.parse(text(setting)));
  }

  /** Reads a setting whose problems name it themselves. */
  <T> Optional<T> optional(Setting<T> setting) {
    return accept(setting, setting.parse(text(setting)));
  }

  /** Reads a setting whose problems have to be told apart by its label. */
  <T> Optional<T> labelled(Setting<T> setting) {
    return labelled(setting, setting.parse(text(setting)));
  }

  /** Takes what was read of a setting; a problem is told apart by the setting's label. */
  <T> Optional<T> labelled(Setting<?> setting, Parsed<T> parsed) {
    return accept(
        setting,
        parsed.fold(Parsed::accepted, text -> Parsed.refused(setting.label() + ": " + text)));
  }

  /** Takes what was read of a setting. */
  <T> Optional<T> accept(Setting<?> setting, Parsed<T> parsed) {
    return parsed.fold(
        Optional::of,
        problem -> {
          wrong(setting, problem);
          return Optional.empty();
        });
  }
}
