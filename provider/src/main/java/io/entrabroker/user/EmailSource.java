package io.entrabroker.user;

/** Where the address comes from. */
public enum EmailSource {
  /** The {@code email} claim, which carries the mail attribute. */
  MAIL("mail"),
  /**
   * Failing that, a member's user principal name, if its domain is one of the listed mail domains.
   */
  MAIL_THEN_UPN("mail_then_upn");

  private final String text;

  EmailSource(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
