package io.entrabroker.samplecatalog.web;

import com.nimbusds.oauth2.sdk.id.State;
import java.text.ParseException;
import java.util.Optional;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.exception.http.WithLocationAction;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.credentials.OidcCredentials;
import org.pac4j.oidc.credentials.extractor.OidcCredentialsExtractor;

/**
 * The authorization code flow of the confidential client, with pac4j's parts put together as
 * OpenMetadata puts them together.
 *
 * <p>pac4j checks state and, where the realm announces it, the {@code iss} parameter (RFC 9207).
 * Nobody verifies the ID token here: it comes straight from the token endpoint, and OpenMetadata
 * looks at its nonce only. The signature is checked when the token comes back as a bearer.
 */
final class ConfidentialFlow {
  private final RealmClient realm;

  ConfidentialFlow(RealmClient realm) {
    this.realm = realm;
  }

  /** The address to send the browser to; state, nonce and verifier are kept in its session. */
  String authorizationRequest(CallContext call) {
    return new OpenMetadataRedirection(realm.get())
        .getRedirectionAction(call)
        .map(action -> ((WithLocationAction) action).getLocation())
        .orElseThrow(() -> new SignInFailure("No authorization request"));
  }

  /** Whether this browser's session waits for an answer with this state. */
  boolean isPending(CallContext call, String state) {
    return call.sessionStore().getSessionId(call.webContext(), false).isPresent()
        && fromSession(call, realm.get().getStateSessionAttributeName())
            .filter(pending -> pending instanceof State known && known.getValue().equals(state))
            .isPresent();
  }

  /** Redeems the code of a callback. The nonce must be the session's. */
  OidcCredentials redeem(CallContext call) {
    OidcClient client = realm.get();
    var credentials =
        new OidcCredentialsExtractor(client.getConfiguration(), client)
            .extract(call)
            .orElseThrow(() -> new SignInFailure("Bad authentication response"));
    tokenRequests(client).validate(call, credentials);
    var tokens = (OidcCredentials) credentials;
    checkNonce(call, client, tokens);
    return tokens;
  }

  /** New tokens for a refresh token. */
  OidcCredentials refresh(OidcCredentials old) {
    if (old.getRefreshToken() == null) {
      throw new SignInFailure("Refresh token is null");
    }
    OidcCredentials fresh = new OidcCredentials();
    fresh.setRefreshToken(old.getRefreshToken());
    tokenRequests(realm.get()).refresh(fresh);
    if (fresh.getIdToken() == null) {
      throw new SignInFailure("The realm's answer has no ID token");
    }
    return fresh;
  }

  private static OpenMetadataTokenRequests tokenRequests(OidcClient client) {
    return new OpenMetadataTokenRequests(client.getConfiguration(), client);
  }

  private static void checkNonce(CallContext call, OidcClient client, OidcCredentials tokens) {
    if (tokens.getIdToken() == null) {
      throw new SignInFailure("Bad token response: it has no ID token");
    }
    if (!client.getConfiguration().isUseNonce()) {
      return;
    }
    Optional<Object> sent = fromSession(call, client.getNonceSessionAttributeName());
    if (sent.isEmpty() || !sent.equals(nonce(tokens))) {
      throw new SignInFailure("ID token nonce does not match the one sent");
    }
  }

  private static Optional<Object> nonce(OidcCredentials tokens) {
    try {
      return Optional.ofNullable(tokens.toIdToken().getJWTClaimsSet().getClaim("nonce"));
    } catch (ParseException unreadable) {
      throw new SignInFailure("ID token is not readable", unreadable);
    }
  }

  private static Optional<Object> fromSession(CallContext call, String key) {
    return call.sessionStore().get(call.webContext(), key);
  }
}
