package io.entrabroker.samplecatalog.rules;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * Whether a request's bearer token is good enough for the catalog: OpenMetadata's {@code
 * JwtFilter}, check by check and in its order.
 *
 * <p>What is missing here is missing there: nobody looks at {@code iss}, {@code aud}, {@code azp},
 * {@code nbf}, {@code typ} or the header's {@code alg}. Every client of the realm whose tokens
 * carry an RS256 signature is let in, which is why the realm signs with ES256 for everybody but the
 * catalog.
 */
public final class BearerCheck {
  private final SigningKeys realmKeys;
  private final OwnKeys ownKeys;
  private final TokenRules rules;
  private final JWSAlgorithm algorithm;

  /** A check of realm tokens and, in bands that have them, of the catalog's own; by RS256. */
  public BearerCheck(SigningKeys realmKeys, OwnKeys ownKeys, TokenRules rules) {
    this(realmKeys, ownKeys, rules, JWSAlgorithm.RS256);
  }

  /** The same with {@code tokenValidationAlgorithm}, by which all of them are checked. */
  public BearerCheck(
      SigningKeys realmKeys, OwnKeys ownKeys, TokenRules rules, JWSAlgorithm algorithm) {
    this.realmKeys = realmKeys;
    this.ownKeys = ownKeys;
    this.rules = rules;
    this.algorithm = algorithm;
  }

  /**
   * Checks an Authorization header.
   *
   * @param authorization the header's value, empty when the request has none
   * @param now the time that {@code exp} is compared with; there is no skew
   * @return the person, or 401; up to 1.13 500 when the key id is unknown
   */
  public Outcome<Bearer> check(String authorization, Instant now) {
    return genuine(authorization, now).then(this::judged);
  }

  /** The token of the header, if it is signed and not expired; nobody asks yet whose it is. */
  public Outcome<BearerToken> genuine(String authorization, Instant now) {
    return present(authorization)
        .then(BearerCheck::decoded)
        .then(token -> unexpired(token, now))
        .then(this::signed);
  }

  /** Whether the catalog made this token itself. */
  public boolean isOwn(BearerToken token) {
    return ownKeys.withId(token.keyId()).isPresent();
  }

  private Outcome<Bearer> judged(BearerToken token) {
    if (!isOwn(token)) {
      return rules.atRequest(token.claims());
    }
    return ownKeys.isActive(token.claims().text("sessionId").orElse(""))
        ? rules.ofOwnToken(token.claims())
        : unauthorized("Invalid session.");
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

  private Outcome<BearerToken> signed(BearerToken token) {
    return ownKeys
        .withId(token.keyId())
        .or(() -> realmKeys.withId(token.keyId()))
        .map(key -> verified(token, key))
        .orElseGet(this::unknownKey);
  }

  /** Up to 1.13 a missing and an unknown key id are the server's fault, later the token's. */
  private Outcome<BearerToken> unknownKey() {
    return rules.band().hasOwnTokens()
        ? unauthorized("Not Authorized! Token signing key not found in configured public keys")
        : Outcome.refuse(new Refusal(500, "JWT Token keyID doesn't match the configured keyID."));
  }

  private Outcome<BearerToken> verified(BearerToken token, PublicKey key) {
    return verifies(token, key)
        ? Outcome.accept(token)
        : unauthorized(
            "Not Authorized! Invalid token. Token verification failed. Public key mismatch.");
  }

  /** One configured algorithm for every token, whatever the token's own header claims. */
  private boolean verifies(BearerToken token, PublicKey key) {
    byte[] signedPart = token.signedPart().getBytes(StandardCharsets.US_ASCII);
    JWSHeader header = new JWSHeader(algorithm);
    try {
      if (key instanceof RSAPublicKey rsa) {
        return new RSASSAVerifier(rsa).verify(header, signedPart, token.signature());
      }
      return key instanceof ECPublicKey curve
          && new ECDSAVerifier(curve).verify(header, signedPart, token.signature());
    } catch (JOSEException unusable) {
      return false;
    }
  }

  private static <T> Outcome<T> unauthorized(String message) {
    return Outcome.refuse(Refusal.unauthorized(message));
  }
}
