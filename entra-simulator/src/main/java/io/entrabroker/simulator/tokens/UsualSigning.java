package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;

/** Which published key signs: personal accounts have their own, and so may an application. */
final class UsualSigning {

  private UsualSigning() {}

  static TokenSigning of(Tenant tenant) {
    return tenant.holdsPersonalAccounts()
        ? TokenSigning.keyOfAnotherTenant()
        : TokenSigning.genuine();
  }

  static TokenSigning ofIdToken(Tenant tenant, Application application) {
    return tenant.servicePrincipal(application).hasOwnSigningKey()
        ? TokenSigning.keyOfApplication(application.appId())
        : of(tenant);
  }
}
