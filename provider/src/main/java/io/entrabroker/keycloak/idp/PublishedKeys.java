package io.entrabroker.keycloak.idp;

import io.entrabroker.signin.KeySource;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
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

  @Override
  public Optional<RSAPublicKey> key(String keyId) {
    String cacheKey =
        PublicKeyStorageUtils.getIdpModelCacheKey(
            session.getContext().getRealm().getId(), providerId);
    KeyWrapper wrapper =
        session
            .getProvider(PublicKeyStorageProvider.class)
            .getPublicKey(cacheKey, keyId, Algorithm.RS256, loader);
    Key key = wrapper == null ? null : wrapper.getPublicKey();
    return key instanceof RSAPublicKey rsa ? Optional.of(rsa) : Optional.empty();
  }
}
