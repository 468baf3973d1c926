package io.entrabroker.keycloak.refresh;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Binds a refresh token to the session that comes of a sign-in, and drops it at its end. */
public final class SignInListener implements EventListenerProvider {

  private final KeycloakSession session;

  /** Listens for one session of the server. */
  public SignInListener(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void onEvent(Event event) {
    if (event.getSessionId() == null) {
      return;
    }
    RealmModel realm = session.realms().getRealm(event.getRealmId());
    if (event.getType() == EventType.LOGIN) {
      UserSessionModel begun = session.sessions().getUserSession(realm, event.getSessionId());
      if (begun != null && TokenOfSignIn.isIn(begun)) {
        bind(realm, begun);
      }
    }
    if (event.getType() == EventType.LOGOUT
        && session.sessions().getOfflineUserSession(realm, event.getSessionId()) == null) {
      inOwnTransaction(kept -> kept.forget(event.getSessionId()));
    }
  }

  private void bind(RealmModel realm, UserSessionModel begun) {
    SignInAgain.takeOff(begun);
    Optional<TokenOfSignIn.NewToken> token = TokenOfSignIn.take(session, realm, begun);
    inOwnTransaction(
        kept -> {
          kept.forget(begun.getId());
          token.ifPresent(one -> kept.keep(one, Instant.ofEpochSecond(Time.currentTime())));
        });
  }

  // A sign-in does not fail because its token could not be kept.
  private void inOwnTransaction(java.util.function.Consumer<KeptTokens> work) {
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(), own -> work.accept(KeptTokens.of(own)));
  }

  @Override
  public void onEvent(AdminEvent event, boolean includeRepresentation) {}

  @Override
  public void close() {}
}
