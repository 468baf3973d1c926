package io.entrabroker.settings;

import io.entrabroker.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One pass over a configuration that collects every problem on its way. What is wrong counts as not
 * set from there on, so that reading goes on; nothing of it may be used if there is a problem.
 */
final class ConfigReading {

  private final Map<String, String> config;
  private final List<SettingsProblem> problems = new ArrayList<>();

  ConfigReading(Map<String, String> config) {
    this.config = config;
  }

  List<SettingsProblem> problems() {
    return List.copyOf(problems);
  }

  /** Whether no problem with these settings has been found yet: rules across settings need that. */
  boolean isFine(Setting<?>... settings) {
    List<String> keys = Arrays.stream(settings).<String>map(Setting::key).toList();
    return problems.stream().noneMatch(problem -> keys.contains(problem.key()));
  }

  String text(Setting<?> setting) {
    return setting.textIn(config);
  }

  /** Whether a setting was written down; its default is not. */
  boolean isGiven(Setting<?> setting) {
    return !Objects.requireNonNullElse(config.get(setting.key()), "").isBlank();
  }

  void missing(Setting<?> setting, String text) {
    problems.add(SettingsProblem.missing(setting, text));
  }

  void wrong(Setting<?> setting, String text) {
    problems.add(SettingsProblem.wrong(setting, text));
  }

  /** Reads a setting that must be there. */
  <T> T required(Setting<T> setting, String whatToDo) {
    if (text(setting).isEmpty()) {
      missing(setting, setting.label() + " is missing. " + whatToDo);
    }
    return value(setting);
  }

  /** Reads a setting. */
  <T> T value(Setting<T> setting) {
    return accept(setting, setting.parse(text(setting))).orElseGet(setting::defaultValue);
  }

  /** Takes what was read of a setting; empty if there is a problem with it. */
  <T> Optional<T> accept(Setting<?> setting, Parsed<T> parsed) {
    return parsed.fold(
        Optional::of,
        problem -> {
          wrong(setting, setting.label() + ": " + problem);
          return Optional.empty();
        });
  }
}
