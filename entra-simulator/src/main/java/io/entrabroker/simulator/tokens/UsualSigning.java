package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Tenant;

/** Which published key signs a tenant's tokens: personal accounts have their own. */
final class UsualSigning {

  private UsualSigning() {}

  static TokenSigning of(Tenant tenant) {
    return tenant.holdsPersonalAccounts()
        ? TokenSigning.keyOfAnotherTenant()
        : TokenSigning.genuine();
  }
}
