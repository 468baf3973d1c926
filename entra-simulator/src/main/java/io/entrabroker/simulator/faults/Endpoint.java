package io.entrabroker.simulator.faults;

/** Where something can go wrong. */
public enum Endpoint {
  /** The metadata documents. */
  DISCOVERY,
  /** The published signing keys. */
  KEYS,
  /** The token endpoint. */
  TOKEN,
  /** Microsoft Graph, UserInfo included. */
  GRAPH
}
