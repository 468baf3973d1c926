package io.entrabroker.user;

/** What becomes of a first sign-in where a local account has the same address. */
public enum ExistingAccount {
  /** No sign-in, with the reason. */
  REFUSE("refuse"),
  /** They become one, if both sides' addresses are beyond doubt. */
  LINK("link");

  private final String text;

  ExistingAccount(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
