package io.entrabroker.settings;

/** The platform of the redirect URI in the app registration. */
public enum Registration {
  WEB("web"),
  SPA("spa");

  private final String text;

  Registration(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
