package io.entrabroker.keycloak.signout;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Ends a session as Keycloak does when an application asks for it. */
final class SessionEnd {

  private final KeycloakSession session;
  private final UserSessionModel ours;

  SessionEnd(KeycloakSession session, UserSessionModel ours) {
    this.session = session;
    this.ours = ours;
  }

  /** Ends it, tells the applications, and sends the browser on. */
  Response thenTo(URI next) {
    RealmModel realm = session.getContext().getRealm();
    AuthenticationSessionModel logout =
        AuthenticationManager.createOrJoinLogoutSession(
            session, realm, new AuthenticationSessionManager(session), ours, true, true);
    logout.removeAuthNote(OIDCLoginProtocol.LOGOUT_STATE_PARAM);
    logout.setAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI, next.toString());
    // Keycloak then does not look for the identity provider: the way to Microsoft is in "next", and
    // a provider that is disabled or deleted would stop the sign-out.
    String broker = ours.getNote(Details.IDENTITY_PROVIDER);
    if (broker != null) {
      logout.setAuthNote(AuthenticationManager.LOGOUT_INITIATING_IDP, broker);
    }
    ours.setNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL, OIDCLoginProtocol.LOGIN_PROTOCOL);
    return AuthenticationManager.browserLogout(
        session,
        realm,
        ours,
        session.getContext().getUri(),
        session.getContext().getConnection(),
        session.getContext().getRequestHeaders());
  }
}
