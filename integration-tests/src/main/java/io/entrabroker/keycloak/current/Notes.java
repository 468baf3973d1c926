package io.entrabroker.keycloak.current;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** Everything that this node's memory holds in notes, as it stands there. */
record Notes(KeycloakSession session) {

  String all() {
    StringBuilder text = new StringBuilder();
    RealmModel realm = session.getContext().getRealm();
    session
        .users()
        .searchForUserStream(realm, Map.of())
        .flatMap(user -> sessions(realm, user))
        .forEach(one -> add(text, one));
    RootAuthenticationSessionModel signIn =
        new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm);
    if (signIn != null) {
      addSignIn(text, signIn);
    }
    return text.toString();
  }

  private Stream<UserSessionModel> sessions(RealmModel realm, UserModel user) {
    return Stream.concat(
        session.sessions().getUserSessionsStream(realm, user),
        session.sessions().getOfflineUserSessionsStream(realm, user));
  }

  private static void add(StringBuilder text, UserSessionModel one) {
    text.append("session ").append(one.getNotes()).append('\n');
    one.getAuthenticatedClientSessions()
        .values()
        .forEach(client -> text.append("client ").append(client.getNotes()).append('\n'));
  }

  // The model tells authentication notes by name only: what it is made of knows all of them.
  private static void addSignIn(StringBuilder text, RootAuthenticationSessionModel signIn) {
    try {
      Field entity = signIn.getClass().getDeclaredField("entity");
      entity.setAccessible(true);
      Map<?, ?> tabs = (Map<?, ?>) got(entity.get(signIn), "getAuthenticationSessions");
      for (Object tab : tabs.values()) {
        text.append("sign-in ")
            .append(got(tab, "getAuthNotes"))
            .append(got(tab, "getClientNotes"))
            .append(got(tab, "getUserSessionNotes"))
            .append('\n');
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Keycloak keeps sign-ins in another way", e);
    }
  }

  private static Object got(Object from, String getter) throws ReflectiveOperationException {
    return from.getClass().getMethod(getter).invoke(from);
  }
}
