package io.entrabroker.clientauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.claims.ClaimName;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signed statement of who asks (RFC 7523, section 3).
 *
 * @param algorithm how it is signed
 * @param key the header parameter that names the key, and its value
 * @param claims what it says
 */
record ClientAssertion(
    AssertionAlgorithm algorithm, Map.Entry<String, String> key, Map<String, Object> claims) {

  /** Microsoft advises five to ten minutes; it is made for one request. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The claims of an assertion.
   *
   * @param issuer who signs
   * @param subject who asks
   * @param audience who is to read it
   * @param request when it is made, and where its id comes from
   */
  static Map<String, Object> claims(
      String issuer, String subject, String audience, TokenRequest request) {
    Instant now = request.now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put(ClaimName.ISSUER, issuer);
    claims.put(ClaimName.SUBJECT, subject);
    claims.put(ClaimName.AUDIENCE, audience);
    claims.put(ClaimName.TOKEN_ID, request.ids().get());
    claims.put(ClaimName.ISSUED_AT, now.getEpochSecond());
    claims.put(ClaimName.NOT_BEFORE, now.getEpochSecond());
    claims.put(ClaimName.EXPIRY, now.plus(LIFETIME).getEpochSecond());
    return claims;
  }

  /** The form parameters that carry it. */
  Map<String, String> form(AssertionSigner signer) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm.name());
    header.put("typ", "JWT");
    header.put(key.getKey(), key.getValue());
    String input = base64url(json(header)) + "." + base64url(json(claims));
    byte[] signature = signer.sign(algorithm, input.getBytes(US_ASCII));
    return form(input + "." + base64url(signature));
  }

  /** The form parameters that carry a finished assertion. */
  static Map<String, String> form(String assertion) {
    return Map.of("client_assertion_type", TYPE, "client_assertion", assertion);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] json(Map<String, Object> members) {
    try {
      return JSON.writeValueAsString(members).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers could not be written as JSON", e);
    }
  }
}
