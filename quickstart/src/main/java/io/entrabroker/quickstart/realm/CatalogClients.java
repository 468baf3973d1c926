package io.entrabroker.quickstart.realm;

/** The catalog's clients in the realm. */
public final class CatalogClients {
  /** Confidential: the catalog's server signs people in. */
  public static final String WEB = "openmetadata-web";

  /** Public: the catalog's page signs people in. */
  public static final String SPA = "openmetadata-spa";

  private CatalogClients() {}
}
