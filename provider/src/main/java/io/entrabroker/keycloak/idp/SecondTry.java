package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.ClaimsChallenge;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether a person is on the way to Microsoft for the second time, since Microsoft demanded more at
 * the first, and what it demanded. Kept per alias. Only the very next authorization request is a
 * second try; one that a person starts anew is a first one again.
 */
final class SecondTry {

  private static final String DEMANDED = "demanded";
  private static final String UNDER_WAY = "under way";

  private final AuthenticationSessionModel authSession;
  private final String stageNote;
  private final String challengeNote;

  SecondTry(AuthenticationSessionModel authSession, String alias) {
    this.authSession = authSession;
    this.stageNote = "entra.second." + alias;
    this.challengeNote = "entra.challenge." + alias;
  }

  /** Makes the next authorization request a second try. */
  void demand(ClaimsChallenge challenge) {
    authSession.setClientNote(stageNote, DEMANDED);
    authSession.setClientNote(challengeNote, challenge.parameter());
  }

  /** Whether the answer that has just come is one to a second try. */
  boolean isUnderWay() {
    return UNDER_WAY.equals(authSession.getClientNote(stageNote));
  }

  /** Begins an authorization request: what Microsoft demanded, if this is a second try. */
  Optional<ClaimsChallenge> begin() {
    String challenge = authSession.getClientNote(challengeNote);
    authSession.removeClientNote(challengeNote);
    if (!DEMANDED.equals(authSession.getClientNote(stageNote))) {
      authSession.removeClientNote(stageNote);
      return Optional.empty();
    }
    authSession.setClientNote(stageNote, UNDER_WAY);
    return Optional.of(challenge == null ? ClaimsChallenge.NONE : new ClaimsChallenge(challenge));
  }
}
