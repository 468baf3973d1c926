package io.entrabroker.settings;

import java.util.List;

/** Every setting of the identity provider, in the order of the form. */
public final class Settings {

  /**
   * Settings that belong together.
   *
   * @param name what the documentation's table is called
   * @param settings the settings
   */
  public record Chapter(String name, List<Setting<?>> settings) {
    public Chapter {
      settings = List.copyOf(settings);
    }
  }

  /** All of them, by what they are about. */
  public static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter("connection", ConnectionSettings.ALL),
          new Chapter("credentials", CredentialSettings.ALL),
          new Chapter("people", PeopleSettings.ALL),
          new Chapter("groups-and-roles", GroupSettings.ALL),
          new Chapter("signing-out", SignOutSettings.ALL));

  /** All of them. */
  public static final List<Setting<?>> ALL =
      CHAPTERS.stream().<Setting<?>>flatMap(chapter -> chapter.settings().stream()).toList();

  private Settings() {}
}
