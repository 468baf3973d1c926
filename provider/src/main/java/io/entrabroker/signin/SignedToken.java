package io.entrabroker.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.entrabroker.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A JWS in compact serialization (RFC 7515, section 3.1), taken apart but not trusted yet.
 *
 * @param header the protected header
 * @param claims the payload
 * @param signingInput what is signed: header and payload as they came
 * @param signature the signature, base64url
 */
record SignedToken(
    Map<String, Object> header, Map<String, Object> claims, String signingInput, String signature) {

  /** Characters. A token with 200 groups has some 12,000; nothing honest comes near this. */
  private static final int LONGEST = 64 * 1024;

  private static final int DEEPEST = 16;
  private static final int SMALLEST_KEY_BITS = 2048;
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private static final JsonMapper JSON = StrictJson.upToDepth(DEEPEST);

  /** As most programs read: only without {@link Guard#SHAPE}. */
  private static final ObjectMapper ANY_JSON = new ObjectMapper();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /**
   * Takes a token apart; anything but three base64url parts with two JSON objects is empty.
   *
   * @param guards the checks to make: without {@link Guard#SHAPE}, further or missing parts and
   *     careless JSON are let pass
   */
  static Optional<SignedToken> parse(String compact, Set<Guard> guards) {
    boolean isStrict = guards.contains(Guard.SHAPE);
    String[] parts = compact.split("\\.", -1);
    if (parts.length < 2 || (isStrict && (compact.length() > LONGEST || parts.length != 3))) {
      return Optional.empty();
    }
    ObjectMapper reader = isStrict ? JSON : ANY_JSON;
    Optional<Map<String, Object>> header = json(parts[0], reader);
    Optional<Map<String, Object>> claims = json(parts[1], reader);
    return header.isEmpty() || claims.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SignedToken(
                header.get(),
                claims.get(),
                parts[0] + "." + parts[1],
                parts.length > 2 ? parts[2] : ""));
  }

  /** The signature algorithm that the header names, or empty text. */
  String algorithm() {
    return headerText("alg");
  }

  /** The id of the key that the header names; empty if there is none of Entra's shape. */
  String keyId() {
    String id = headerText("kid");
    // Keycloak writes the id of an unknown key into its log: nobody is to write lines there.
    return KEY_ID.matcher(id).matches() ? id : "";
  }

  /** Whether the header demands the understanding of an extension (RFC 7515, section 4.1.11). */
  boolean hasCriticalExtensions() {
    return header.containsKey("crit");
  }

  /**
   * Whether the key's owner has signed this with RSASSA-PKCS1-v1_5 and SHA-256. The algorithm is
   * ours, whatever the header says.
   */
  boolean isSignedBy(RSAPublicKey key) {
    if (key.getModulus().bitLength() < SMALLEST_KEY_BITS) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signingInput.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(Base64.getUrlDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // A key or signature of the wrong shape is no signature.
      return false;
    }
  }

  /** Shows nothing: all of it may be personal. */
  @Override
  public String toString() {
    return "SignedToken[***]";
  }

  private String headerText(String name) {
    return header.get(name) instanceof String text ? text : "";
  }

  private static Optional<Map<String, Object>> json(String base64url, ObjectMapper reader) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64url);
      return Optional.ofNullable(
          reader.readValue(new String(bytes, StandardCharsets.UTF_8), OBJECT));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
