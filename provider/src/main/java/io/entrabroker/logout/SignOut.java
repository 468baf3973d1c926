package io.entrabroker.logout;

/** How far it reaches when somebody signs out of an application. */
public enum SignOut {
  /** Keycloak's session ends, and then the one at Microsoft. */
  UPSTREAM("upstream"),
  /** Keycloak's session ends; the one at Microsoft stays. */
  KEYCLOAK_ONLY("keycloak-only");

  private final String text;

  SignOut(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
