package io.entrabroker.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of reading a configuration: settings, or every problem at once. */
public sealed interface SettingsReading {

  /** The configuration is good. */
  record Valid(EntraSettings value) implements SettingsReading {
    @Override
    public Optional<EntraSettings> settings() {
      return Optional.of(value);
    }

    @Override
    public List<SettingsProblem> problems() {
      return List.of();
    }
  }

  /** The configuration is not good; there is at least one problem. */
  record Invalid(List<SettingsProblem> problems) implements SettingsReading {
    public Invalid {
      problems = List.copyOf(problems);
    }

    @Override
    public Optional<EntraSettings> settings() {
      return Optional.empty();
    }
  }

  /** The settings, if the configuration is good. */
  Optional<EntraSettings> settings();

  /** What is wrong; empty if the configuration is good. */
  List<SettingsProblem> problems();

  /**
   * The problems that forbid saving, as one text; empty if it may be saved. A provider that is
   * switched off may be incomplete, so that a realm can be imported before its tenant is known.
   */
  default Optional<String> objection(Activation activation) {
    String text = text(problems().stream().filter(activation::forbids));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** What is wrong, as one text; empty if the configuration is good. */
  default String problemText() {
    return text(problems().stream());
  }

  private static String text(Stream<SettingsProblem> problems) {
    return problems.map(SettingsProblem::text).collect(Collectors.joining(" "));
  }

  /** Whether the provider is switched on. */
  enum Activation {
    ENABLED,
    DISABLED;

    boolean forbids(SettingsProblem problem) {
      return this == ENABLED || problem.kind() == SettingsProblem.Kind.WRONG;
    }
  }
}
