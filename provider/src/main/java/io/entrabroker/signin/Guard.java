package io.entrabroker.signin;

import java.util.Set;

/**
 * A check that an ID token has to pass. All of them stand at every sign-in; no configuration can
 * switch one off. They are named so that a test can leave one out and show that an attack, which
 * the guard stops, then succeeds.
 */
public enum Guard {
  /**
   * The text is a JWS in compact serialization of a sensible size and depth, in which no member
   * stands twice: nobody else can read another token in it.
   */
  SHAPE,
  /** The header names RS256 and nothing else (RFC 8725, section 3.1). */
  ALGORITHM,
  /** A key that the authority publishes has signed the token. */
  SIGNATURE,
  /**
   * The key may sign for the token's tenant: its own {@code issuer} says so. Among the published
   * keys are some of other issuers, which could otherwise vouch for anybody.
   */
  KEY_ISSUER,
  /** The token is meant for our client id. */
  AUDIENCE,
  /** The token's time has come and has not passed. */
  EXPIRY,
  /** The token answers the very request that this browser made. */
  NONCE,
  /** The policy admits the tenant. */
  TENANT,
  /** The issuer is the one that belongs to the tenant and the login host. */
  ISSUER,
  /** A refreshed token is about the person whose session it is for. */
  SAME_PERSON;

  /** Every guard: what production uses. */
  public static final Set<Guard> ALL = Set.of(values());
}
