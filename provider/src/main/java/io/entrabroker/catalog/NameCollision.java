package io.entrabroker.catalog;

/** What becomes of somebody whose name in the catalog belongs to another. */
public enum NameCollision {
  /** No sign-in, with the reason. */
  REFUSE("refuse"),
  /** The name gets a suffix, which follows from the person's ids and stays for life. */
  SUFFIX("suffix");

  private final String text;

  NameCollision(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
