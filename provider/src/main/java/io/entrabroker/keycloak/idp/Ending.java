package io.entrabroker.keycloak.idp;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Expectation;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.core.Response;

/** What becomes of an answer of Microsoft's: a sign-in, or the preview of one. */
interface Ending {

  /**
   * Microsoft's tokens, not trusted yet.
   *
   * @param settings the provider's settings
   * @param expected what the ID token has to say
   * @param idToken in compact serialization
   * @param refreshToken empty if there is none
   */
  record Received(
      EntraSettings settings, Expectation expected, String idToken, Secret refreshToken) {

    /** Shows nothing. */
    @Override
    public String toString() {
      return "Received[***]";
    }
  }

  /** The nonce of the request that is being answered, once; then and if there is none: empty. */
  String takeNonce();

  /** The request's PKCE verifier, once; then and if there is none: empty. */
  String takeVerifier();

  /**
   * Nobody comes in.
   *
   * @param detail further sentences; name nobody and reveal nothing
   */
  Response refused(Rejection rejection, String detail);

  /** Microsoft does not redeem the code. */
  Response refusedAtRedemption(MicrosoftError error);

  /**
   * Something that an administrator should know.
   *
   * @param detail further sentences; name nobody and reveal nothing
   */
  void note(Finding finding, String detail);

  /**
   * Tokens have come.
   *
   * @param groups who knows the person's groups besides the ID token
   */
  Response received(Received tokens, GroupSource groups);
}
