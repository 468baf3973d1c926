package io.entrabroker.clientauth;

/** A private key that signs, and does nothing else. */
public interface AssertionSigner {

  /**
   * Signs.
   *
   * @throws IllegalStateException if the key cannot sign
   */
  byte[] sign(AssertionAlgorithm algorithm, byte[] input);
}
