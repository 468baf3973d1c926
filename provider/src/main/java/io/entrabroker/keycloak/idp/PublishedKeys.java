package io.entrabroker.keycloak.idp;

import io.entrabroker.signin.KeySource;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.keys.loader.OIDCIdentityProviderPublicKeyLoader;
import org.keycloak.models.KeycloakSession;

/** The tenant's signing keys through Keycloak's cache, which reloads on an unknown key id. */
record PublishedKeys(KeycloakSession session, EntraProviderConfig config) implements KeySource {

  @Override
  public Optional<RSAPublicKey> key(String keyId) {
    String cacheKey =
        PublicKeyStorageUtils.getIdpModelCacheKey(
            session.getContext().getRealm().getId(), config.getInternalId());
    KeyWrapper wrapper =
        session
            .getProvider(PublicKeyStorageProvider.class)
            .getPublicKey(
                cacheKey,
                keyId,
                Algorithm.RS256,
                new OIDCIdentityProviderPublicKeyLoader(session, config));
    Key key = wrapper == null ? null : wrapper.getPublicKey();
    return key instanceof RSAPublicKey rsa ? Optional.of(rsa) : Optional.empty();
  }
}
