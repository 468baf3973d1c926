package io.entrabroker.keycloak.idp;

import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.KeyIssuer;
import java.io.IOException;
import java.util.Arrays;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.JWKSHttpUtils;
import org.keycloak.util.JWKSUtils;

/** Loads the keys that sign for one tenant; Keycloak's own loader drops each key's issuer. */
record TenantKeysLoader(KeycloakSession session, Endpoints endpoints) implements PublicKeyLoader {

  private static final String ISSUER_OF_KEY = "issuer";

  @Override
  public PublicKeysWrapper loadKeys() throws IOException {
    JSONWebKeySet keys = JWKSHttpUtils.sendJwksRequest(session, endpoints.keys().toString());
    if (keys.getKeys() == null) {
      throw new IOException("The answer of the key endpoint is no key set.");
    }
    JWK[] ours =
        Arrays.stream(keys.getKeys())
            .filter(key -> KeyIssuer.vouchesFor(issuerOf(key), endpoints))
            .toArray(JWK[]::new);
    keys.setKeys(ours);
    return JWKSUtils.getKeyWrappersForUse(keys, JWK.Use.SIG, true);
  }

  private static String issuerOf(JWK key) {
    Object issuer = key.getOtherClaims().get(ISSUER_OF_KEY);
    return issuer instanceof String text ? text : "";
  }
}
