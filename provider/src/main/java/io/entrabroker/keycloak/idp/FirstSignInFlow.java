package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.firstsignin.FirstSignInAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether the flow for people who come for the first time is the one that was made for them.
 * Keycloak's default flow lets a person edit the e-mail address and links by it.
 */
final class FirstSignInFlow {

  private FirstSignInFlow() {}

  static boolean isSafe(KeycloakSession session, IdentityProviderModel provider) {
    RealmModel realm = session.getContext().getRealm();
    String flowId = provider.getFirstBrokerLoginFlowId();
    if (flowId == null && realm.getFirstBrokerLoginFlow() != null) {
      flowId = realm.getFirstBrokerLoginFlow().getId();
    }
    if (flowId == null) {
      return false;
    }
    var steps =
        realm
            .getAuthenticationExecutionsStream(flowId)
            .filter(step -> step.getRequirement() != Requirement.DISABLED)
            .toList();
    return !steps.isEmpty() && steps.stream().allMatch(FirstSignInFlow::isOurs);
  }

  private static boolean isOurs(AuthenticationExecutionModel step) {
    return FirstSignInAuthenticatorFactory.ID.equals(step.getAuthenticator()) && step.isRequired();
  }
}
