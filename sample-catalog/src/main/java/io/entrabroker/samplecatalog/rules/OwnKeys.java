package io.entrabroker.samplecatalog.rules;

import java.security.PublicKey;
import java.util.Optional;

/** The key the catalog signs its own tokens with, and the sessions they belong to. */
public interface OwnKeys extends SigningKeys {

  /** A catalog that signs nothing, as up to 1.13 for sign-ins. */
  OwnKeys NONE =
      new OwnKeys() {
        @Override
        public Optional<PublicKey> withId(String keyId) {
          return Optional.empty();
        }

        @Override
        public boolean isActive(String sessionId) {
          return false;
        }
      };

  /** Whether there is a session of this id. */
  boolean isActive(String sessionId);
}
