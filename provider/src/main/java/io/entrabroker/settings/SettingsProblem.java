package io.entrabroker.settings;

/**
 * Something that is wrong with the configuration.
 *
 * @param key the setting's key
 * @param kind whether the setting is absent or wrong
 * @param text whole sentences: what was found and what to write instead
 */
public record SettingsProblem(String key, Kind kind, String text) {

  /** Absent settings are tolerated while the provider is disabled; wrong ones never. */
  public enum Kind {
    MISSING,
    WRONG
  }

  static SettingsProblem missing(Setting<?> setting, String text) {
    return new SettingsProblem(setting.key(), Kind.MISSING, text);
  }

  static SettingsProblem wrong(Setting<?> setting, String text) {
    return new SettingsProblem(setting.key(), Kind.WRONG, text);
  }
}
