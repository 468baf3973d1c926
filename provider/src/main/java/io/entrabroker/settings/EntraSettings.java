package io.entrabroker.settings;

import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.UnknownGroups;
import io.entrabroker.logout.SignOut;
import io.entrabroker.refresh.RefreshInterval;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A valid configuration of the identity provider.
 *
 * @param connection where and how people sign in
 * @param people who somebody is, and as whom the catalog knows them
 * @param groups what groups and roles are for
 * @param whenUnknown what becomes of a sign-in when groups cannot be found out
 * @param signOut how far it reaches when somebody signs out
 * @param refresh how often sessions are compared with Entra
 */
public record EntraSettings(
    Connection connection,
    PeoplePolicy people,
    GroupPolicy groups,
    UnknownGroups whenUnknown,
    SignOut signOut,
    RefreshInterval refresh) {

  // https://learn.microsoft.com/entra/identity-platform/scopes-oidc: without it no refresh token.
  private static final String OFFLINE_ACCESS = "offline_access";

  /** The scopes to ask for: what is configured, and what groups and refreshing need. */
  public Set<String> scopes() {
    Set<String> scopes = new LinkedHashSet<>(connection.scopes());
    // Microsoft Graph says who is in which group only to a token with this.
    if (asksGraph() && !GraphPermission.READ_SELF.isAskedFor(scopes)) {
      scopes.add(GraphPermission.READ_SELF.text());
    }
    if (refresh.schedule().isPresent()) {
      scopes.add(OFFLINE_ACCESS);
    }
    return scopes;
  }

  /** Whether Microsoft Graph may be asked who is in which group. */
  public boolean asksGraph() {
    return connection.flow() == SignInFlow.CODE
        && !GroupNeeds.of(groups, ExistingGroups.none()).isEmpty();
  }
}
