package io.entrabroker.simulator.session;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who allowed which application to act: the directory's grants and what people clicked since. */
public final class Consents {

  private final Set<String> given = ConcurrentHashMap.newKeySet();

  /** Whether the person, or an administrator for everybody, has consented. */
  public boolean has(Tenant tenant, Application application, User user) {
    return tenant.consentGrants().cover(tenant.servicePrincipal(application), user)
        || given.contains(key(tenant, application, user));
  }

  /** The person consents; remembered until the simulator stops. */
  public void give(Tenant tenant, Application application, User user) {
    given.add(key(tenant, application, user));
  }

  private static String key(Tenant tenant, Application application, User user) {
    return String.join("/", tenant.id(), application.appId(), user.id());
  }
}
