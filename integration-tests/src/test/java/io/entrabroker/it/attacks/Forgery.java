package io.entrabroker.it.attacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.keys.SigningKey;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token made by hand, down to the single character. Immutable; begins as a genuine one.
 *
 * @param header changes the header
 * @param headerText changes the header's text
 * @param claimsText changes the text of the claims
 * @param signer signs what is to be signed
 * @param whole changes the serialized token
 */
record Forgery(
    BiConsumer<ObjectNode, KeyRing> header,
    UnaryOperator<String> headerText,
    UnaryOperator<String> claimsText,
    Signer signer,
    UnaryOperator<String> whole)
    implements TokenSigning {

  /** A key of the attacker's, which nobody publishes. */
  static final SigningKey ATTACKERS_KEY = new KeyRing().unpublished();

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Signs. */
  @FunctionalInterface
  interface Signer {
    byte[] sign(KeyRing keys, String input);
  }

  /** As Entra makes them. */
  static Forgery genuine() {
    return new Forgery(
        (header, keys) -> {},
        text -> text,
        text -> text,
        (keys, input) -> rsa(key(keys.current()), input),
        text -> text);
  }

  /** Signed with the attacker's key. */
  static Forgery byTheAttacker() {
    return genuine().signedBy((keys, input) -> rsa(key(ATTACKERS_KEY), input));
  }

  Forgery header(String name, Object value) {
    return header((header, keys) -> header.set(name, JSON.valueToTree(value)));
  }

  Forgery header(BiConsumer<ObjectNode, KeyRing> change) {
    return new Forgery(header.andThen(change), headerText, claimsText, signer, whole);
  }

  Forgery withoutHeader(String name) {
    return header((header, keys) -> header.remove(name));
  }

  Forgery headerText(UnaryOperator<String> change) {
    return new Forgery(header, change, claimsText, signer, whole);
  }

  Forgery claimsText(UnaryOperator<String> change) {
    return new Forgery(header, headerText, change, signer, whole);
  }

  /** A claim stands a first time, before the genuine ones. */
  Forgery twice(String claim, String first) {
    return claimsText(text -> "{\"" + claim + "\":\"" + first + "\"," + text.substring(1));
  }

  Forgery signedBy(Signer other) {
    return new Forgery(header, headerText, claimsText, other, whole);
  }

  Forgery signedByMac(Function<KeyRing, byte[]> secret) {
    return signedBy((keys, input) -> mac(secret.apply(keys), input));
  }

  Forgery unsigned() {
    return signedBy((keys, input) -> new byte[0]);
  }

  Forgery whole(UnaryOperator<String> change) {
    return new Forgery(header, headerText, claimsText, signer, change);
  }

  @Override
  public String sign(Map<String, Object> claims, KeyRing keys) {
    ObjectNode members = JSON.createObjectNode().put("typ", "JWT").put("alg", "RS256");
    members.put("kid", keys.current().keyId());
    header.accept(members, keys);
    String input =
        base64(headerText.apply(members.toString()))
            + "."
            + base64(claimsText.apply(JSON.valueToTree(claims).toString()));
    return whole.apply(input + "." + base64(signer.sign(keys, input)));
  }

  /** The attacker's public key as a key set has it, for every tenant of a login host. */
  static ObjectNode attackersJwk(String host) {
    ObjectNode jwk = JSON.valueToTree(ATTACKERS_KEY.jwk().toPublicJWK().toJSONObject());
    return jwk.put("issuer", host + "{tenantid}/v2.0");
  }

  static PrivateKey key(SigningKey key) {
    try {
      return key.jwk().toPrivateKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] publicKey(KeyRing keys) {
    try {
      return keys.current().jwk().toPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] rsa(PrivateKey key, String input) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] mac(byte[] secret, String input) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
