package io.entrabroker.signin;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The signing keys that the tenant publishes. */
@FunctionalInterface
public interface KeySource {

  /**
   * The key with this id.
   *
   * @param keyId the {@code kid} of a token's header
   * @return empty if the tenant publishes no RSA signing key of this id, or its keys cannot be read
   */
  Optional<RSAPublicKey> key(String keyId);
}
