package io.entrabroker.keycloak.idp;

import io.entrabroker.signin.KeyLookup;
import io.entrabroker.signin.KeySource;
import java.security.interfaces.RSAPublicKey;
import org.jboss.logging.Logger;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.models.KeycloakSession;

/**
 * Signing keys through Keycloak's cache, which reloads on an unknown key id.
 *
 * @param session the request's session
 * @param providerId the internal id of the identity provider: the cache drops its keys when it is
 *     changed
 * @param loader where the keys come from
 */
record PublishedKeys(KeycloakSession session, String providerId, PublicKeyLoader loader)
    implements KeySource {

  private static final Logger LOG = Logger.getLogger("io.entrabroker");

  @Override
  public KeyLookup key(String keyId) {
    try {
      KeyWrapper wrapper = storage().getPublicKey(cacheKey(), keyId, Algorithm.RS256, loader);
      return wrapper != null && wrapper.getPublicKey() instanceof RSAPublicKey rsa
          ? new KeyLookup.Found(rsa)
          : new KeyLookup.Unknown();
    } catch (RuntimeException e) {
      // The cache wraps whatever the loader throws.
      LOG.debug("The signing keys could not be loaded", e);
      return new KeyLookup.Unreachable();
    }
  }

  boolean reload() {
    return storage().reloadKeys(cacheKey(), loader);
  }

  private PublicKeyStorageProvider storage() {
    return session.getProvider(PublicKeyStorageProvider.class);
  }

  private String cacheKey() {
    return PublicKeyStorageUtils.getIdpModelCacheKey(
        session.getContext().getRealm().getId(), providerId);
  }
}
