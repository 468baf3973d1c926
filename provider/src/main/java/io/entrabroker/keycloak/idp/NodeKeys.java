package io.entrabroker.keycloak.idp;

import io.entrabroker.keys.AuthorityKeys;
import io.entrabroker.tenant.Endpoints;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signing keys that this node has read, for each authority and application: realms that sign
 * people in at the same place share them. Not Keycloak's own cache, which trusts a retired key
 * until somebody asks for an unknown one, and does not keep a key's issuer.
 */
final class NodeKeys {

  /** Whoever configures more than these only makes this node read more often. */
  private static final int MOST = 200;

  private record Place(Endpoints endpoints, String clientId) {}

  private final Map<Place, AuthorityKeys> keys =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, AuthorityKeys> eldest) {
          return size() > MOST;
        }
      };

  /** The keys for one application at one authority. */
  AuthorityKeys of(Endpoints endpoints, String clientId) {
    synchronized (keys) {
      return keys.computeIfAbsent(new Place(endpoints, clientId), place -> new AuthorityKeys());
    }
  }
}
