package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.errors.Aadsts;

/** {@code grant_type=client_credentials}: the application acts by itself. */
final class ClientCredentialsGrant implements GrantHandler {

  private final Clients clients;
  private final PlatformRules platformRules;
  private final ResourceTokens resourceTokens;

  ClientCredentialsGrant(
      Clients clients, PlatformRules platformRules, ResourceTokens resourceTokens) {
    this.clients = clients;
    this.platformRules = platformRules;
    this.resourceTokens = resourceTokens;
  }

  @Override
  public TokenAnswer handle(TokenRequest request) {
    if (Clients.isAlias(request.segment())) {
      throw Aadsts.ALIAS_NOT_SUPPORTED.thrown();
    }
    Client client = clients.find(request.segment(), request.clientId());
    requireServicePrincipal(client);
    String scope = request.parameters().require("scope");
    platformRules.checkApplication(client, request);
    Scopes scopes = Scopes.parse(scope);
    // MSAL adds OpenID scopes to every request; only the permissions count here.
    boolean onlyDefault =
        !scopes.permissions().isEmpty()
            && scopes.permissions().stream().allMatch(Scopes.Permission::isDefault);
    if (!onlyDefault) {
      throw Aadsts.SCOPE_NOT_DEFAULT.thrown(scope);
    }
    return new TokenAnswer(resourceTokens.forApplication(client, scopes, request.loginHost()));
  }

  /** An application of another tenant acts only where somebody consented to it. */
  private static void requireServicePrincipal(Client client) {
    String appId = client.application().appId();
    boolean foreign = client.tenant().application(appId).isEmpty();
    if (foreign && client.tenant().servicePrincipal(appId).isEmpty()) {
      throw Aadsts.SERVICE_PRINCIPAL_MISSING.thrown(appId, client.tenant().id());
    }
  }
}
