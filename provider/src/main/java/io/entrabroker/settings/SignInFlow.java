package io.entrabroker.settings;

/** How the ID token reaches Keycloak. */
public enum SignInFlow {
  /** Authorization code with PKCE S256; the answer comes in the query. */
  CODE("code", "code", "query"),
  /** ID token from the authorization endpoint; the answer comes as a form post. */
  ID_TOKEN("id_token", "id_token", "form_post");

  private final String text;
  private final String responseType;
  private final String responseMode;

  SignInFlow(String text, String responseType, String responseMode) {
    this.text = text;
    this.responseType = responseType;
    this.responseMode = responseMode;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }

  /** The {@code response_type} of the authorization request. */
  public String responseType() {
    return responseType;
  }

  /** The {@code response_mode} of the authorization request; always sent, never left to Entra. */
  public String responseMode() {
    return responseMode;
  }
}
