package io.entrabroker.samplecatalog.settings;

/** {@code forceSecureSessionCookie}. */
public enum SessionCookie {
  /** As the connection is: the sample has no TLS. */
  PLAIN,
  /** Only sent where TLS, or localhost in newer browsers, protects it. */
  SECURE
}
