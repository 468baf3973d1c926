package io.entrabroker.operations.realm;

/**
 * Something of the realm by its name. Its id is looked up when a step is carried out, since an
 * earlier step may have created it.
 *
 * @param kind what it is
 * @param owner the client of a client's role; empty for everything else
 * @param name its name
 */
record Ref(Kind kind, String owner, String name) {

  /** What has an id. */
  enum Kind {
    CLIENT,
    CLIENT_SCOPE,
    FLOW,
    REALM_ROLE,
    CLIENT_ROLE
  }

  static Ref client(String clientId) {
    return new Ref(Kind.CLIENT, "", clientId);
  }

  static Ref clientScope(String name) {
    return new Ref(Kind.CLIENT_SCOPE, "", name);
  }

  static Ref flow(String alias) {
    return new Ref(Kind.FLOW, "", alias);
  }

  static Ref realmRole(String name) {
    return new Ref(Kind.REALM_ROLE, "", name);
  }

  static Ref clientRole(String clientId, String name) {
    return new Ref(Kind.CLIENT_ROLE, clientId, name);
  }
}
