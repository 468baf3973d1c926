package io.entrabroker.keycloak.refresh;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.refresh.TokenSeal;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Seals with the realm's AES key. */
record RealmSeal(KeycloakSession session, RealmModel realm) {

  private static final Logger LOG = Logger.getLogger("io.entrabroker");

  /** Seals a token; empty if the realm has no key for it. */
  Optional<Sealed> seal(Secret token, String place) {
    return activeKey()
        .map(
            key ->
                new Sealed(
                    key.getKid(),
                    seal(key)
                        .seal(
                            token,
                            place,
                            SecretGenerator.getInstance().randomBytes(TokenSeal.IV_BYTES))));
  }

  /** Opens a token; empty if the key is gone, or the token was sealed for another place. */
  Optional<Secret> open(Sealed sealed, String place) {
    KeyWrapper key = session.keys().getKey(realm, sealed.keyId(), KeyUse.ENC, Algorithm.AES);
    return key == null ? Optional.empty() : seal(key).open(sealed.text(), place);
  }

  private static TokenSeal seal(KeyWrapper key) {
    return TokenSeal.of(key.getSecretKey().getEncoded());
  }

  private Optional<KeyWrapper> activeKey() {
    try {
      return Optional.of(session.keys().getActiveKey(realm, KeyUse.ENC, Algorithm.AES));
    } catch (RuntimeException e) {
      // Keycloak throws no type of its own where a realm has no such key.
      LOG.debug("The realm has no AES key", e);
      return Optional.empty();
    }
  }
}
