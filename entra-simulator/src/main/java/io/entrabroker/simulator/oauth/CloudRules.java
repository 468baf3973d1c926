package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.tokens.LoginHost;

/** Refuses tenants of one cloud at the login host of another. */
public final class CloudRules {

  private final Clients clients;

  public CloudRules(Clients clients) {
    this.clients = clients;
  }

  /**
   * For metadata and sign-ins; an alias belongs to every cloud.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90038, 90002
   */
  public void requireOwn(String segment, LoginHost loginHost) {
    if (!Clients.isAlias(segment)) {
      requireOwn(clients.tenant(segment), loginHost);
    }
  }

  /**
   * For somebody who signs in through an alias.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90038
   */
  public void requireOwn(Tenant tenant, LoginHost loginHost) {
    if (isForeign(tenant, loginHost)) {
      throw Aadsts.OTHER_CLOUD.thrown(tenant.id(), tenant.cloud().label());
    }
  }

  /**
   * For the token endpoint, which has words of its own for clients with a credential.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90038, 900382, 900439, 90002
   */
  public void requireOwn(TokenRequest request) {
    if (Clients.isAlias(request.segment()) || !request.hasCredential()) {
      requireOwn(request.segment(), request.loginHost());
      return;
    }
    Tenant tenant = clients.tenant(request.segment());
    if (isForeign(tenant, request.loginHost())) {
      boolean governmentAtPublic =
          request.loginHost().cloud() == Cloud.PUBLIC
              && tenant.cloud().sharesLoginHostWith(Cloud.US_GOV);
      throw governmentAtPublic
          ? Aadsts.GOVERNMENT_CLIENT_AT_PUBLIC.thrown()
          : Aadsts.CONFIDENTIAL_ACROSS_CLOUDS.thrown();
    }
  }

  private static boolean isForeign(Tenant tenant, LoginHost loginHost) {
    return !tenant.cloud().sharesLoginHostWith(loginHost.cloud());
  }
}
