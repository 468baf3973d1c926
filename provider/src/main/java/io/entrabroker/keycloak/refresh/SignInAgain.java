package io.entrabroker.keycloak.refresh;

import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** The mark of a session whose person Entra wants to see. */
public final class SignInAgain {

  private static final String NOTE = "entra.sign-in-again";

  private SignInAgain() {}

  /** Marks a session. */
  public static void mark(UserSessionModel userSession, String alias) {
    userSession.setNote(NOTE, alias);
  }

  /** The alias of the identity provider to which the browser is to be sent; empty if to none. */
  static Optional<String> alias(UserSessionModel userSession) {
    return Optional.ofNullable(userSession.getNote(NOTE));
  }

  static void takeOff(UserSessionModel userSession) {
    userSession.removeNote(NOTE);
  }
}
