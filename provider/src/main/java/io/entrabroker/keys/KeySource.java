package io.entrabroker.keys;

/** The signing keys that the authority publishes. */
@FunctionalInterface
public interface KeySource {

  /**
   * Looks for a key.
   *
   * @param keyId the {@code kid} of a token's header
   */
  KeyLookup key(String keyId);
}
