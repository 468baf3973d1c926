package io.entrabroker.it.network;

import io.entrabroker.simulator.keys.CertificateAuthority;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificates that a front can show. */
final class Identities {

  private final char[] password = UUID.randomUUID().toString().toCharArray();
  private final Map<Front.State, SSLContext> contexts;

  /**
   * Makes them.
   *
   * @param known the authority that Keycloak trusts
   * @param host whose certificates they are
   */
  Identities(CertificateAuthority known, String host) {
    CertificateAuthority unknown = CertificateAuthority.create();
    contexts =
        Map.of(
            Front.State.SOUND, context(known.serverKeyStore(Set.of(host), password)),
            Front.State.EXPIRED, context(known.expiredServerKeyStore(Set.of(host), password)),
            Front.State.ANOTHER_HOST,
                context(known.serverKeyStore(Set.of("login.example"), password)),
            Front.State.UNKNOWN_AUTHORITY, context(unknown.serverKeyStore(Set.of(host), password)));
  }

  SSLContext of(Front.State state) {
    return contexts.getOrDefault(state, contexts.get(Front.State.SOUND));
  }

  private SSLContext context(KeyStore store) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java offers no TLS", e);
    }
  }
}
