package io.entrabroker.it.browser;

/** The two kinds of clients that OpenMetadata can be. */
enum CatalogClient {
  CONFIDENTIAL("openmetadata-web", "sign-in-confidential"),
  PUBLIC("openmetadata-spa", "sign-in-public");

  private final String clientId;
  private final String button;

  CatalogClient(String clientId, String button) {
    this.clientId = clientId;
    this.button = button;
  }

  String clientId() {
    return clientId;
  }

  /** Id of the button that signs in with it. */
  String button() {
    return button;
  }
}
