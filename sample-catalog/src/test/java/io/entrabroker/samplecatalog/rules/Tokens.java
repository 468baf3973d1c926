package io.entrabroker.samplecatalog.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keys and tokens for tests; JSON is written with single quotes. */
final class Tokens {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final RSAKey REALM_KEY = rsa("realm-rs");
  static final RSAKey IMPOSTOR = rsa("realm-rs");
  static final ECKey REALM_EC_KEY = ec("realm-es");
  static final SigningKeys REALM_KEYS =
      kid ->
          Optional.ofNullable(Map.of("realm-rs", REALM_KEY, "realm-es", REALM_EC_KEY).get(kid))
              .map(Tokens::publicKey);

  private Tokens() {}

  static Claims claims(String json) {
    return Claims.of(payload(json));
  }

  static ObjectNode payload(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  static String ada() {
    return "{'preferred_username':'ada.lovelace','email':'ada.lovelace@contoso.example','exp':"
        + NOW.plusSeconds(300).getEpochSecond()
        + "}";
  }

  static String signed(RSAKey key, JWSAlgorithm algorithm, String json) {
    return token(
        "{'alg':'" + algorithm + "','kid':'" + key.getKeyID() + "'}",
        json,
        (header, input) -> new RSASSASigner(key).sign(header, input),
        algorithm);
  }

  static String signed(ECKey key, String json) {
    return token(
        "{'alg':'ES256','kid':'" + key.getKeyID() + "'}",
        json,
        (header, input) -> new ECDSASigner(key).sign(header, input),
        JWSAlgorithm.ES256);
  }

  static String keyed(String kid, byte[] secret, String json) {
    return token(
        "{'alg':'HS256','kid':'" + kid + "'}",
        json,
        (header, input) -> new MACSigner(secret).sign(header, input),
        JWSAlgorithm.HS256);
  }

  static String unsigned(String header, String json) {
    return part(header) + '.' + part(json) + '.';
  }

  /** A header that says one thing over a signature that is another. */
  static String token(String header, String json, Signer signer, JWSAlgorithm algorithm) {
    String input = part(header) + '.' + part(json);
    try {
      byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
      return input + '.' + signer.sign(new JWSHeader(algorithm), bytes);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  interface Signer {
    Base64URL sign(JWSHeader header, byte[] input) throws JOSEException;
  }

  private static String part(String json) {
    return Base64URL.encode(json.replace('\'', '"')).toString();
  }

  private static java.security.PublicKey publicKey(com.nimbusds.jose.jwk.JWK key) {
    try {
      return ((com.nimbusds.jose.jwk.AsymmetricJWK) key).toPublicKey();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RSAKey rsa(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ECKey ec(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
