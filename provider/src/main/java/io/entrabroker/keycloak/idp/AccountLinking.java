package io.entrabroker.keycloak.idp;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Somebody who is signed in already links an Entra account, which is no sign-in. */
final class AccountLinking {

  private AccountLinking() {}

  // A preview has no session of Keycloak's.
  static boolean isUnderWay(KeycloakSession session) {
    AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
    return authSession != null
        && authSession.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null;
  }
}
