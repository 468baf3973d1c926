package io.entrabroker.settings;

/** How a Web registration proves who it is. */
public enum CredentialKind {
  SECRET("secret"),
  CERTIFICATE("certificate"),
  TOKEN_FILE("token-file"),
  KEYCLOAK_SIGNED("keycloak-signed");

  private final String text;

  CredentialKind(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }
}
