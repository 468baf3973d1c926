package io.entrabroker.samplecatalog.settings;

/** Whether the confidential client sends PKCE (the reverse of {@code OIDC_DISABLE_PKCE}). */
public enum Pkce {
  /** OpenMetadata's default. */
  DISABLED,
  /** S256. */
  S256
}
