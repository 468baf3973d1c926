package io.entrabroker.samplecatalog.rules;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * Whether a request's bearer token is good enough for the catalog: OpenMetadata's {@code JwtFilter}
 * up to 1.13, check by check and in its order.
 *
 * <p>What is missing here is missing there: nobody looks at {@code iss}, {@code aud}, {@code azp},
 * {@code nbf}, {@code typ} or the header's {@code alg}. Every client of the realm whose tokens
 * carry an RS256 signature is let in, which is why the realm signs with ES256 for everybody but the
 * catalog.
 */
public final class BearerCheck {
  private static final JWSHeader RS256 = new JWSHeader(JWSAlgorithm.RS256);

  private final SigningKeys keys;
  private final PrincipalResolution resolution;

  public BearerCheck(SigningKeys keys, PrincipalResolution resolution) {
    this.keys = keys;
    this.resolution = resolution;
  }

  /**
   * Checks an Authorization header.
   *
   * @param authorization the header's value, empty when the request has none
   * @param now the time that {@code exp} is compared with; there is no skew
   * @return the person, or 401; 500 when the key id is unknown
   */
  public Outcome<Bearer> check(String authorization, Instant now) {
    return present(authorization)
        .then(BearerCheck::decoded)
        .then(token -> unexpired(token, now))
        .then(this::signed)
        .then(token -> resolution.resolve(token.claims()).map(who -> bearer(who, token)))
        .then(BearerCheck::withoutStoredTwin);
  }

  private static Outcome<String> present(String authorization) {
    return authorization.startsWith("Bearer")
        ? Outcome.accept(authorization.substring("Bearer".length()).strip())
        : unauthorized("Not Authorized! Token not present");
  }

  private static Outcome<BearerToken> decoded(String text) {
    return BearerToken.decode(text)
        .map(Outcome::accept)
        .orElseGet(() -> unauthorized("Not Authorized! Invalid token."));
  }

  private static Outcome<BearerToken> unexpired(BearerToken token, Instant now) {
    boolean expired = token.claims().expiry().filter(expiry -> expiry.isBefore(now)).isPresent();
    return expired ? unauthorized("Expired token!") : Outcome.accept(token);
  }

  /**
   * A missing and an unknown key id are both the server's fault in these versions: 500, not 401.
   */
  private Outcome<BearerToken> signed(BearerToken token) {
    return keys.withId(token.keyId())
        .map(key -> verified(token, key))
        .orElseGet(() -> Outcome.refuse(unknownKey()));
  }

  private static Refusal unknownKey() {
    return new Refusal(500, "JWT Token keyID doesn't match the configured keyID.");
  }

  private static Outcome<BearerToken> verified(BearerToken token, PublicKey key) {
    return key instanceof RSAPublicKey rsa && verifies(token, rsa)
        ? Outcome.accept(token)
        : unauthorized(
            "Not Authorized! Invalid token. Token verification failed. Public key mismatch.");
  }

  /** One configured algorithm for every token, whatever the token's own header claims. */
  private static boolean verifies(BearerToken token, RSAPublicKey key) {
    byte[] signedPart = token.signedPart().getBytes(StandardCharsets.US_ASCII);
    try {
      return new RSASSAVerifier(key).verify(RS256, signedPart, token.signature());
    } catch (JOSEException unusable) {
      return false;
    }
  }

  private static Bearer bearer(Principal principal, BearerToken token) {
    return new Bearer(principal, token.claims());
  }

  /** Tokens of bots and personal access tokens must equal a stored one, and the sample has none. */
  private static Outcome<Bearer> withoutStoredTwin(Bearer bearer) {
    if (bearer.claims().isTrue("isBot")) {
      return unauthorized(
          "Not Authorized! The given token does not match the current bot's token!");
    }
    if (bearer.claims().text("tokenType").filter("PERSONAL_ACCESS"::equals).isPresent()) {
      return unauthorized("Invalid personal access token!");
    }
    return Outcome.accept(bearer);
  }

  private static <T> Outcome<T> unauthorized(String message) {
    return Outcome.refuse(Refusal.unauthorized(message));
  }
}
