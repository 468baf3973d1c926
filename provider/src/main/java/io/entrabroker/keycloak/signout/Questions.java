package io.entrabroker.keycloak.signout;

import io.entrabroker.logout.SignOutGuard;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * The questions that have been asked and not answered. Each is known by a random text in its page,
 * is good for one answer, and only in the session in which it was asked: a page elsewhere can have
 * a person's browser send an answer, but not know a question of that session.
 */
final class Questions {

  /** How long a page with a question is good for: seconds. */
  private static final int PATIENCE = 600;

  private static final String ASKED_IN = "session";
  private static final int RANDOM_BYTES = 32;
  private static final Pattern QUESTION = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final KeycloakSession session;
  private final Set<SignOutGuard> guards;

  Questions(KeycloakSession session, Set<SignOutGuard> guards) {
    this.session = session;
    this.guards = guards;
  }

  /** Asks in a session; an empty id stands for a browser without one. */
  String ask(String sessionId) {
    String question =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
    session.singleUseObjects().put(key(question), PATIENCE, Map.of(ASKED_IN, sessionId));
    return question;
  }

  /** Whether the question was asked in this session and not answered yet. */
  boolean isAnswered(String question, String sessionId) {
    if (!guards.contains(SignOutGuard.QUESTION)) {
      return true;
    }
    if (!QUESTION.matcher(question).matches()) {
      return false;
    }
    Map<String, String> asked = session.singleUseObjects().remove(key(question));
    return asked != null && sessionId.equals(asked.get(ASKED_IN));
  }

  private String key(String question) {
    return "entra-question." + session.getContext().getRealm().getId() + "." + question;
  }
}
