package io.entrabroker.it.catalog;

/** Whether the catalog's server signs people in, or the browser. */
enum Flow {
  CONFIDENTIAL("openmetadata-web"),
  PUBLIC("openmetadata-spa");

  private final String clientId;

  Flow(String clientId) {
    this.clientId = clientId;
  }

  String clientId() {
    return clientId;
  }
}
