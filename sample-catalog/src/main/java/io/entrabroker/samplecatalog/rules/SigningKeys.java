package io.entrabroker.samplecatalog.rules;

import java.security.PublicKey;
import java.util.Optional;

/** The keys the catalog trusts: those of the JWKS addresses in {@code publicKeyUrls}. */
@FunctionalInterface
public interface SigningKeys {

  /**
   * The public key with this id. Empty when no configured key set has it, and also when a key set
   * could not be fetched: OpenMetadata does not tell these apart.
   */
  Optional<PublicKey> withId(String keyId);
}
