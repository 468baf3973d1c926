package io.entrabroker.simulator.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A way to sign a token: the right one, and the wrong ones that attack tests need. */
@FunctionalInterface
public interface TokenSigning {

  /** The serialized token with these claims. */
  String sign(Map<String, Object> claims, KeyRing keys);

  /** As Entra signs: RS256 with the current key. */
  static TokenSigning genuine() {
    return (claims, keys) -> rsa(claims, JWSAlgorithm.RS256, keys.current(), keys.current());
  }

  /** RS256 by a key that nobody published, under the key id of the current one. */
  static TokenSigning foreignKeyWithSameId() {
    return (claims, keys) -> rsa(claims, JWSAlgorithm.RS256, keys.unpublished(), keys.current());
  }

  /** RS256 by a key that nobody published, under its own key id. */
  static TokenSigning unknownKeyId() {
    return (claims, keys) -> {
      SigningKey key = keys.unpublished();
      return rsa(claims, JWSAlgorithm.RS256, key, key);
    };
  }

  /** RS256 by a published key whose {@code issuer} is another tenant (personal accounts). */
  static TokenSigning keyOfAnotherTenant() {
    return (claims, keys) ->
        rsa(claims, JWSAlgorithm.RS256, keys.personalAccounts(), keys.personalAccounts());
  }

  /** RS256 by the key of an application, which is published for that application only. */
  static TokenSigning keyOfApplication(String appId) {
    return (claims, keys) ->
        rsa(claims, JWSAlgorithm.RS256, keys.ofApplication(appId), keys.ofApplication(appId));
  }

  /** A valid signature by the current key with another RSA algorithm: RS384, RS512, PS256, … */
  static TokenSigning algorithm(String name) {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    return (claims, keys) -> rsa(claims, algorithm, keys.current(), keys.current());
  }

  /** ES256 by an elliptic-curve key that is published for the purpose. */
  static TokenSigning es256() {
    return (claims, keys) -> {
      ECKey key = keys.publishedEllipticKey();
      JWSHeader header = header(JWSAlgorithm.ES256, key.getKeyID());
      try {
        return signed(header, claims, new ECDSASigner(key));
      } catch (JOSEException e) {
        throw new IllegalStateException("The token could not be signed", e);
      }
    };
  }

  /**
   * HS256, under the key id of the current RSA key.
   *
   * @param secret the MAC key, of any length from one byte on, for example a client secret
   */
  static TokenSigning hs256(byte[] secret) {
    byte[] copy = secret.clone();
    return (claims, keys) -> mac(claims, keys, copy);
  }

  /** HS256 with the current public key (X.509 encoding) as MAC key: the key-confusion attack. */
  static TokenSigning hs256WithPublicKey() {
    return (claims, keys) -> {
      try {
        return mac(claims, keys, keys.current().jwk().toRSAPublicKey().getEncoded());
      } catch (JOSEException e) {
        throw new IllegalStateException("The public key could not be encoded", e);
      }
    };
  }

  /** Not signed at all: {@code alg} is {@code none}. */
  static TokenSigning none() {
    return (claims, keys) ->
        new PlainObject(
                new PlainHeader.Builder().type(JOSEObjectType.JWT).build(), new Payload(claims))
            .serialize();
  }

  private static String rsa(
      Map<String, Object> claims, JWSAlgorithm algorithm, SigningKey key, SigningKey named) {
    try {
      return signed(header(algorithm, named.keyId()), claims, new RSASSASigner(key.jwk()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The token could not be signed", e);
    }
  }

  private static String mac(Map<String, Object> claims, KeyRing keys, byte[] secret) {
    JWSObject token =
        new JWSObject(header(JWSAlgorithm.HS256, keys.current().keyId()), new Payload(claims));
    try {
      // The JDK's MAC takes keys of any length; Nimbus rightly refuses those that are too short.
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] input = token.getSigningInput();
      return new String(input, StandardCharsets.US_ASCII)
          + "."
          + Base64URL.encode(mac.doFinal(input));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC with SHA-256", e);
    }
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyId).build();
  }

  private static String signed(JWSHeader header, Map<String, Object> claims, JWSSigner signer)
      throws JOSEException {
    JWSObject token = new JWSObject(header, new Payload(claims));
    token.sign(signer);
    return token.serialize();
  }
}
