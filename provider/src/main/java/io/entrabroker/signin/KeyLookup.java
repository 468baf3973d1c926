package io.entrabroker.signin;

import java.security.interfaces.RSAPublicKey;

/** What came of looking for a signing key. */
public sealed interface KeyLookup {

  /** The tenant publishes it. */
  record Found(RSAPublicKey key) implements KeyLookup {}

  /** The tenant publishes no RSA signing key of this id. */
  record Unknown() implements KeyLookup {}

  /** The tenant's keys could not be read: nobody knows. */
  record Unreachable() implements KeyLookup {}
}
