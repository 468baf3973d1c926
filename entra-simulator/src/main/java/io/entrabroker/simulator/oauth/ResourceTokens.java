package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.tokens.AccessToken;
import io.entrabroker.simulator.tokens.AccessTokens;
import io.entrabroker.simulator.tokens.LoginHost;
import io.entrabroker.simulator.tokens.Parties;

/** Finds the resource that scopes name and has the access token for it made. */
final class ResourceTokens {

  private final AccessTokens accessTokens;
  private final ConsentRules consents;

  ResourceTokens(AccessTokens accessTokens, ConsentRules consents) {
    this.accessTokens = accessTokens;
    this.consents = consents;
  }

  /**
   * The scopes by name, if all of them were consented to.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 65001
   */
  Scopes granted(Client client, User user, Scopes asked) {
    consents.require(client, user, asked);
    return consents.resolved(client, user, asked);
  }

  AccessToken forUser(Parties parties, Scopes scopes, LoginHost loginHost) {
    if (scopes.forGraph()) {
      return accessTokens.forGraph(parties, scopes.shortNames());
    }
    Application api = api(parties.tenant(), scopes.resource());
    return accessTokens.forApi(parties, api, scopes.shortNames(), loginHost);
  }

  AccessToken forApplication(Client client, Scopes scopes, LoginHost loginHost) {
    if (scopes.forGraph()) {
      return accessTokens.appOnlyForGraph(client.tenant(), client.application());
    }
    Application api = api(client.tenant(), scopes.resource());
    return accessTokens.appOnlyForApi(client.tenant(), client.application(), api, loginHost);
  }

  private static Application api(Tenant tenant, String name) {
    return tenant
        .resource(name)
        .orElseThrow(() -> Aadsts.RESOURCE_UNKNOWN.thrown(name, tenant.displayName()));
  }
}
