package io.entrabroker.simulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.entrabroker.simulator.keys.ClientCertificate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A client assertion; each test changes only what it is about. */
final class Assertion {

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private final PrivateKey key;

  private Assertion(String algorithm, PrivateKey key) {
    this.key = key;
    header.put("alg", algorithm);
    header.put("typ", "JWT");
    claims.put("jti", UUID.randomUUID().toString());
  }

  /** As the documentation says: PS256, {@code x5t#S256}, for ten minutes. */
  static Assertion by(ClientCertificate certificate, String audience, Instant now) {
    return new Assertion("PS256", certificate.privateKey())
        .header("x5t#S256", thumbprint("SHA-256", certificate, Base64.getUrlEncoder()))
        .claim("iss", Contoso.WEB)
        .claim("sub", Contoso.WEB)
        .claim("aud", audience)
        .times(now);
  }

  /** A token of an external issuer. */
  static Assertion of(PrivateKey key, String keyId, Instant now) {
    return new Assertion("RS256", key).header("kid", keyId).times(now);
  }

  Assertion header(String name, String value) {
    header.put(name, value);
    return this;
  }

  Assertion claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  Assertion without(String name) {
    header.remove(name);
    claims.remove(name);
    return this;
  }

  Assertion times(Instant now) {
    return claim("nbf", now.getEpochSecond())
        .claim("iat", now.getEpochSecond())
        .claim("exp", now.plusSeconds(600).getEpochSecond());
  }

  String signed() {
    try {
      JWSObject token = new JWSObject(JWSHeader.parse(header), new Payload(claims));
      RSASSASigner signer = new RSASSASigner(key);
      return signer.supportedJWSAlgorithms().contains(token.getHeader().getAlgorithm())
          ? serialized(token, signer)
          : new String(token.getSigningInput(), StandardCharsets.US_ASCII) + ".AAAA";
    } catch (JOSEException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String serialized(JWSObject token, RSASSASigner signer) throws JOSEException {
    token.sign(signer);
    return token.serialize();
  }

  static String thumbprint(
      String algorithm, ClientCertificate certificate, Base64.Encoder encoding) {
    try {
      byte[] der = certificate.certificate().getEncoded();
      return encoding.encodeToString(MessageDigest.getInstance(algorithm).digest(der));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
