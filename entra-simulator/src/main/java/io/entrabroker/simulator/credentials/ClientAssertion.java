package io.entrabroker.simulator.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.entrabroker.simulator.errors.Aadsts;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A signed token that stands in for a client secret; nothing is believed of it when it is read. */
final class ClientAssertion {

  private static final Duration SKEW = Duration.ofMinutes(5);

  private final SignedJWT token;
  private final JWTClaimsSet claims;

  private ClientAssertion(SignedJWT token, JWTClaimsSet claims) {
    this.token = token;
    this.claims = claims;
  }

  /**
   * @throws io.entrabroker.simulator.errors.AadstsException 50027 if it is no signed token
   */
  static ClientAssertion parse(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      return new ClientAssertion(token, token.getJWTClaimsSet());
    } catch (ParseException malformed) {
      throw Aadsts.TOKEN_MALFORMED.thrown("JWT is not well formed");
    }
  }

  String issuer() {
    return Optional.ofNullable(claims.getIssuer()).orElse("");
  }

  String subject() {
    return Optional.ofNullable(claims.getSubject()).orElse("");
  }

  List<String> audiences() {
    return claims.getAudience();
  }

  Optional<String> keyId() {
    return Optional.ofNullable(token.getHeader().getKeyID());
  }

  /** A parameter of the header, whatever Nimbus thinks of its encoding. */
  Optional<String> header(String name) {
    return token.getHeader().toJSONObject().get(name) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  boolean has(String claim) {
    return claims.getClaims().containsKey(claim);
  }

  Optional<String> text(String claim) {
    return claims.getClaim(claim) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /**
   * @throws io.entrabroker.simulator.errors.AadstsException 5002730 for any other algorithm
   */
  void requireAlgorithm(Set<JWSAlgorithm> supported) {
    if (!supported.contains(token.getHeader().getAlgorithm())) {
      throw Aadsts.ASSERTION_ALGORITHM_UNSUPPORTED.thrown();
    }
  }

  /**
   * @throws io.entrabroker.simulator.errors.AadstsException 700024 before {@code nbf} or after
   *     {@code exp}, five minutes of skew allowed; also without {@code exp}
   */
  void requireInTime(Instant now) {
    Instant from = instant(claims.getNotBeforeTime()).orElse(Instant.EPOCH);
    Instant until = instant(claims.getExpirationTime()).orElse(Instant.EPOCH);
    if (now.isBefore(from.minus(SKEW)) || !now.isBefore(until.plus(SKEW))) {
      throw Aadsts.ASSERTION_OUT_OF_TIME.thrown(now, from, until);
    }
  }

  boolean isSignedBy(RSAPublicKey key) {
    try {
      return token.verify(new RSASSAVerifier(key));
    } catch (JOSEException unusableKey) {
      return false;
    }
  }

  private static Optional<Instant> instant(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
