package io.entrabroker.keycloak.idp;

import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Somebody who is signed in already links an Entra account, which is no sign-in. */
final class AccountLinking {

  private AccountLinking() {}

  static boolean isUnderWay(AuthenticationSessionModel authSession) {
    return authSession.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null;
  }
}
