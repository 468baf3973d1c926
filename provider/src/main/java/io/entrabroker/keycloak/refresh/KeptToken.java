package io.entrabroker.keycloak.refresh;

import io.entrabroker.clientauth.Secret;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The sealed refresh token of one session.
 *
 * @param sessionId the session in Keycloak
 * @param keeping what belongs to it
 * @param sealed the token
 * @param failures how many refreshes have failed in a row
 */
public record KeptToken(String sessionId, Keeping keeping, Sealed sealed, int failures) {

  /** The token; empty if it was not sealed for this session, or the realm's key is gone. */
  public Optional<Secret> open(KeycloakSession session, RealmModel realm) {
    return new RealmSeal(session, realm).open(sealed, keeping.place(sessionId));
  }

  /** Another token for the same session, sealed; empty if the realm has no key. */
  public Optional<Sealed> seal(KeycloakSession session, RealmModel realm, Secret token) {
    return new RealmSeal(session, realm).seal(token, keeping.place(sessionId));
  }
}
