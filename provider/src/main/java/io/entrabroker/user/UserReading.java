package io.entrabroker.user;

/** What came of reading a person from claims. */
public sealed interface UserReading {

  /** The claims describe a person who may become a catalog user. */
  record Known(EntraUser user) implements UserReading {}

  /** They do not. */
  record Unusable(Reason reason) implements UserReading {}

  /** Why claims do not describe somebody who may sign in. */
  enum Reason {
    /** No {@code tid}, {@code oid} or {@code sub}. */
    NO_IDENTITY,
    /** A guest of the tenant, where guests may not sign in. */
    GUEST,
    /** A personal Microsoft account, where those may not sign in. */
    PERSONAL,
    /** An application: no person. */
    APPLICATION
  }
}
