package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keys.AuthorityKeys;
import io.entrabroker.keys.KeyEndpoint;
import io.entrabroker.keys.KeySource;
import io.entrabroker.tenant.Endpoints;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * The signing keys that authorities publish: those that this node has read, and the way to read
 * them.
 *
 * @param session the request's session
 * @param upstream the way to Microsoft
 * @param node what this node has read
 */
record PublishedKeys(KeycloakSession session, Upstream upstream, NodeKeys node) {

  /** The keys for one application at one authority. */
  KeySource of(Endpoints endpoints, String clientId) {
    AuthorityKeys keys = node.of(endpoints, clientId);
    return keyId -> keys.key(keyId, now(), download(endpoints, clientId));
  }

  /** Reads them again; whether that went well. */
  boolean reload(Endpoints endpoints, String clientId) {
    return node.of(endpoints, clientId).reload(now(), download(endpoints, clientId));
  }

  private KeyEndpoint download(Endpoints endpoints, String clientId) {
    return new KeyDownload(session, upstream, endpoints, clientId);
  }

  private static Instant now() {
    return Instant.ofEpochSecond(Time.currentTime());
  }
}
