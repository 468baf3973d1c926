package io.entrabroker.simulator.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Access tokens for Microsoft Graph: signed over the hash of the {@code nonce} in their header, so
 * that the signature verifies for Graph and for nobody else.
 */
public final class GraphTokens {

  private static final String NONCE = "nonce";

  private final KeyRing keys;
  private final Clock clock;

  public GraphTokens(KeyRing keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  String seal(Map<String, Object> claims) {
    SigningKey key = keys.current();
    String nonce = Opaque.text(32);
    JWSObject signed = new JWSObject(header(key, hash(nonce)), new Payload(claims));
    try {
      signed.sign(new RSASSASigner(key.jwk()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The token could not be signed", e);
    }
    return header(key, nonce).toBase64URL()
        + "."
        + signed.getPayload().toBase64URL()
        + "."
        + signed.getSignature();
  }

  /** The claims of a token that Graph accepts: ours, not expired. */
  public Optional<JWTClaimsSet> verified(String token) {
    try {
      JWSObject sent = JWSObject.parse(token);
      if (!(sent.getHeader().getCustomParam(NONCE) instanceof String nonce)) {
        return Optional.empty();
      }
      Optional<SigningKey> signer = keys.publishedKey(String.valueOf(sent.getHeader().getKeyID()));
      if (signer.isEmpty()) {
        return Optional.empty();
      }
      SigningKey key = signer.get();
      JWSHeader original = header(key, hash(nonce));
      byte[] input =
          (original.toBase64URL() + "." + sent.getPayload().toBase64URL())
              .getBytes(StandardCharsets.US_ASCII);
      boolean ours =
          new RSASSAVerifier(key.jwk().toRSAPublicKey())
              .verify(original, input, sent.getSignature());
      return Optional.of(JWTClaimsSet.parse(sent.getPayload().toJSONObject()))
          .filter(claims -> ours && inTime(claims));
    } catch (ParseException | JOSEException notAToken) {
      return Optional.empty();
    }
  }

  private boolean inTime(JWTClaimsSet claims) {
    Date expires = claims.getExpirationTime();
    return expires != null && clock.instant().isBefore(expires.toInstant());
  }

  // v1 tokens name the key twice; the deprecated SHA-1 thumbprint is what Entra writes.
  @SuppressWarnings("deprecation")
  private static JWSHeader header(SigningKey key, String nonce) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .type(JOSEObjectType.JWT)
        .customParam(NONCE, nonce)
        .x509CertThumbprint(new Base64URL(key.keyId()))
        .keyID(key.keyId())
        .build();
  }

  private static String hash(String nonce) {
    try {
      return Base64URL.encode(
              MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.UTF_8)))
          .toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
