package io.entrabroker.simulator.directory;

/** The platform under which a redirect URI is registered; it decides the rules of redemption. */
public enum Platform {
  /** A server that keeps a credential. */
  WEB("web"),
  /** A page in a browser: no credential, PKCE, and an {@code Origin} header. */
  SPA("spa"),
  /** A native application: no credential. */
  PUBLIC_CLIENT("publicClient");

  private final String member;

  Platform(String member) {
    this.member = member;
  }

  /** The member of the Graph application that lists the platform's redirect URIs. */
  String member() {
    return member;
  }
}
