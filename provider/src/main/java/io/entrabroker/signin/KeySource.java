package io.entrabroker.signin;

/** The signing keys that the tenant publishes. */
@FunctionalInterface
public interface KeySource {

  /**
   * Looks for a key.
   *
   * @param keyId the {@code kid} of a token's header
   */
  KeyLookup key(String keyId);
}
