package io.entrabroker.simulator.session;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who allowed which application to act: the directory's grants and what people clicked since. */
public final class Consents {

  private final Map<String, Set<String>> given = new ConcurrentHashMap<>();

  /**
   * The delegated permissions that the person, or an administrator for everybody, has granted.
   *
   * @param resourceAppId client id of the resource
   * @return short names; empty if nobody consented to anything of that resource
   */
  public Set<String> granted(Tenant tenant, Application client, User user, String resourceAppId) {
    Set<String> granted = new HashSet<>(tenant.consentedScopes(client, user, resourceAppId));
    granted.addAll(given.getOrDefault(key(tenant, client, user, resourceAppId), Set.of()));
    return granted;
  }

  /** The person consents to more permissions; remembered until the simulator stops. */
  public void give(
      Tenant tenant, Application client, User user, String resourceAppId, Collection<String> more) {
    given
        .computeIfAbsent(
            key(tenant, client, user, resourceAppId), key -> ConcurrentHashMap.newKeySet())
        .addAll(more);
  }

  private static String key(Tenant tenant, Application client, User user, String resourceAppId) {
    return String.join("/", tenant.id(), client.appId(), user.id(), resourceAppId);
  }
}
