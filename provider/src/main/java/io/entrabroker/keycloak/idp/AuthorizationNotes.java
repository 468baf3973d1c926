package io.entrabroker.keycloak.idp;

import io.entrabroker.signin.Pkce;
import java.util.Base64;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What one authorization request leaves behind for its answer: nonce and PKCE verifier. Kept per
 * alias, so that an answer to one provider is no answer to another, and taken out once.
 */
final class AuthorizationNotes {

  private static final int RANDOM_BYTES = 32;

  private final AuthenticationSessionModel authSession;
  private final String nonceNote;
  private final String verifierNote;

  AuthorizationNotes(AuthenticationSessionModel authSession, String alias) {
    this.authSession = authSession;
    this.nonceNote = "entra.nonce." + alias;
    this.verifierNote = "entra.pkce." + alias;
  }

  String newNonce() {
    String nonce =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
    authSession.setClientNote(nonceNote, nonce);
    return nonce;
  }

  Pkce newPkce() {
    Pkce pkce = Pkce.from(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
    authSession.setClientNote(verifierNote, pkce.verifier());
    return pkce;
  }

  /** The nonce, once; then and if there is none: an empty text, which no token can match. */
  String takeNonce() {
    return take(nonceNote);
  }

  /** The PKCE verifier, once; then and if there is none: an empty text. */
  String takeVerifier() {
    return take(verifierNote);
  }

  private String take(String note) {
    String value = authSession.getClientNote(note);
    authSession.removeClientNote(note);
    return value == null ? "" : value;
  }
}
