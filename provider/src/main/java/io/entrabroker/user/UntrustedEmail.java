package io.entrabroker.user;

/** What becomes of somebody whose address is not to be believed. */
public enum UntrustedEmail {
  /** No sign-in, with the reason. */
  REFUSE("refuse"),
  /** Keycloak sends a mail there; until the link in it is opened, nobody gets in. */
  VERIFY("verify");

  private final String text;

  UntrustedEmail(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
