package io.entrabroker.keycloak.current;

import io.entrabroker.keycloak.refresh.SignInAgain;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * A session of somebody who came through Entra, and what hangs on it.
 *
 * @param id the session's id
 * @param user whose it is
 * @param parts the session and the offline session of the same sign-in, whichever there are
 */
record FollowedSession(String id, UserModel user, List<UserSessionModel> parts) {

  /** Looks for a session; empty if it is over. */
  static Optional<FollowedSession> find(KeycloakSession session, String id) {
    RealmModel realm = session.getContext().getRealm();
    List<UserSessionModel> parts =
        Stream.of(
                session.sessions().getUserSession(realm, id),
                session.sessions().getOfflineUserSession(realm, id))
            .filter(Objects::nonNull)
            .filter(part -> part.isOffline() || AuthenticationManager.isSessionValid(realm, part))
            .toList();
    return parts.stream()
        .map(UserSessionModel::getUser)
        .filter(Objects::nonNull)
        .findFirst()
        .map(user -> new FollowedSession(id, user, parts));
  }

  /** Ends it everywhere in Keycloak. */
  void end(KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    for (UserSessionModel part : parts) {
      if (part.isOffline()) {
        session.sessions().removeOfflineUserSession(realm, part);
      } else {
        session.sessions().removeUserSession(realm, part);
      }
    }
  }

  /** The next request of the browser leads to Entra. */
  void sendToEntra(String alias) {
    parts.stream().filter(part -> !part.isOffline()).forEach(part -> SignInAgain.mark(part, alias));
  }
}
