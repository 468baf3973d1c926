package io.entrabroker.groups;

/** What becomes of a sign-in when it cannot be found out which groups the person is in. */
public enum UnknownGroups {
  /** Nothing is joined and nothing left. */
  KEEP("keep"),
  /** Nobody is let in. */
  REFUSE("refuse");

  private final String text;

  UnknownGroups(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
