package io.entrabroker.keycloak.refresh;

import io.entrabroker.clientauth.Secret;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A refresh token on its way from the callback, where there is no session yet, to the session that
 * comes of the sign-in: sealed, in notes that are taken out when the session begins. Until the
 * sign-in is finished they are notes of the client: the first login flow forgets all others.
 */
public final class TokenOfSignIn {

  private static final String ARRIVED = "entra.arrived";
  private static final String KEY = "entra.arrived.key";
  private static final String TOKEN = "entra.arrived.token";

  private static final List<String> NOTES = List.of(ARRIVED, KEY, TOKEN);

  // Sessions have other names: this place opens nothing that is kept.
  private static final String PLACE = "sign-in";

  private TokenOfSignIn() {}

  /** A sign-in through Entra whose session will not be refreshed. */
  public static void none(AuthenticationSessionModel signIn) {
    signIn.setClientNote(ARRIVED, "none");
    signIn.setClientNote(KEY, "");
    signIn.setClientNote(TOKEN, "");
  }

  /** Leaves a token; without a key in the realm as {@link #none}. */
  public static void leave(
      KeycloakSession session, AuthenticationSessionModel signIn, Secret token, Keeping keeping) {
    none(signIn);
    new RealmSeal(session, session.getContext().getRealm())
        .seal(token, keeping.place(PLACE))
        .ifPresent(
            closed -> {
              signIn.setClientNote(ARRIVED, keeping.text());
              signIn.setClientNote(KEY, closed.keyId());
              signIn.setClientNote(TOKEN, closed.text());
            });
  }

  /** The sign-in is finished: the session that comes of it gets the notes. */
  public static void handOver(AuthenticationSessionModel signIn) {
    for (String note : NOTES) {
      String value = signIn.getClientNote(note);
      if (value != null) {
        signIn.setUserSessionNote(note, value);
        signIn.removeClientNote(note);
      }
    }
  }

  /** Whether the session has just begun, or begun anew, with a sign-in through Entra. */
  static boolean isIn(UserSessionModel userSession) {
    return userSession.getNote(ARRIVED) != null;
  }

  /** Takes the token out of the session's notes, sealed for the session. */
  static Optional<NewToken> take(
      KeycloakSession session, RealmModel realm, UserSessionModel userSession) {
    Optional<Keeping> keeping = Keeping.parse(userSession.getNote(ARRIVED));
    Sealed sealed = new Sealed(userSession.getNote(KEY), userSession.getNote(TOKEN));
    userSession.removeNote(ARRIVED);
    userSession.removeNote(KEY);
    userSession.removeNote(TOKEN);
    RealmSeal seal = new RealmSeal(session, realm);
    return keeping.flatMap(
        belongings ->
            seal.open(sealed, belongings.place(PLACE))
                .flatMap(token -> seal.seal(token, belongings.place(userSession.getId())))
                .map(forSession -> new NewToken(userSession.getId(), belongings, forSession)));
  }

  /** A token that is to be kept for a session. */
  record NewToken(String sessionId, Keeping keeping, Sealed sealed) {}
}
