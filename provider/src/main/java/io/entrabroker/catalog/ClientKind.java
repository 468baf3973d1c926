package io.entrabroker.catalog;

/** How the catalog signs in: {@code clientType} in its settings. */
public enum ClientKind {
  /** In the browser. Every request carries the realm's ID token, in every version. */
  PUBLIC,
  /** On the server, which answers the realm's callback. */
  CONFIDENTIAL
}
