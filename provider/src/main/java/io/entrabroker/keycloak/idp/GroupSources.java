package io.entrabroker.keycloak.idp;

import io.entrabroker.graph.GraphAccess;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.token.TokenAnswer;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.tenant.Endpoints;

/** Who knows a person's groups besides the ID token. */
final class GroupSources {

  private GroupSources() {}

  /** Microsoft Graph, if Entra gave a token for it. */
  static GroupSource of(
      EntraIdentityProvider provider,
      TokenAnswer.Tokens tokens,
      EntraSettings settings,
      Endpoints endpoints) {
    if (tokens.accessToken().reveal().isEmpty()) {
      return GroupSource.silent(Reason.NO_ACCESS_TOKEN);
    }
    return new LateGroups(() -> graph(provider, tokens, settings, endpoints));
  }

  private static GroupSource graph(
      EntraIdentityProvider provider,
      TokenAnswer.Tokens tokens,
      EntraSettings settings,
      Endpoints endpoints) {
    GraphAccess access =
        new GraphAccess(
            provider.graphOrigin(endpoints),
            settings.connection().registration().clientId(),
            tokens.accessToken(),
            tokens.granted());
    return provider.groups(access);
  }
}
