package io.entrabroker.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one key of a set (RFC 7517; RFC 7518, section 6.3). Whatever is no RSA signing key of
 * Entra's shape is passed over: certificates and addresses in it are not looked at.
 */
final class RsaKeyReader {

  private static final int SMALLEST_BITS = 2048;

  /** A larger one would make every verification expensive. */
  private static final int LARGEST_BITS = 8192;

  // Characters: an upper bound of what 8192 bits take.
  private static final int LONGEST_NUMBER = 2048;
  private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);
  private static final int LARGEST_EXPONENT_BITS = 32;
  private static final int LONGEST_ISSUER = 256;
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private RsaKeyReader() {}

  /**
   * The key, or empty if it is none that may sign ID tokens.
   *
   * @param unnamed what stands for the issuer where the key names none; may be empty
   */
  static Optional<PublishedKey> read(JsonNode jwk, String unnamed) {
    String id = text(jwk, "kid");
    String issuer = jwk.has("issuer") ? text(jwk, "issuer") : unnamed;
    boolean fits =
        KEY_ID.matcher(id).matches()
            && !issuer.isEmpty()
            && issuer.length() <= LONGEST_ISSUER
            && text(jwk, "kty").equals("RSA")
            && text(jwk, "use").equals("sig")
            && (!jwk.has("alg") || text(jwk, "alg").equals("RS256"));
    return fits ? rsa(jwk).map(key -> new PublishedKey(id, issuer, key)) : Optional.empty();
  }

  private static Optional<RSAPublicKey> rsa(JsonNode jwk) {
    Optional<BigInteger> modulus = number(text(jwk, "n")).filter(RsaKeyReader::isModulus);
    Optional<BigInteger> exponent = number(text(jwk, "e")).filter(RsaKeyReader::isExponent);
    if (modulus.isEmpty() || exponent.isEmpty()) {
      return Optional.empty();
    }
    try {
      RSAPublicKeySpec spec = new RSAPublicKeySpec(modulus.get(), exponent.get());
      return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    } catch (GeneralSecurityException e) {
      // No key of this Java: as good as none.
      return Optional.empty();
    }
  }

  private static boolean isModulus(BigInteger n) {
    return n.testBit(0) && n.bitLength() >= SMALLEST_BITS && n.bitLength() <= LARGEST_BITS;
  }

  private static boolean isExponent(BigInteger e) {
    return e.testBit(0)
        && e.compareTo(SMALLEST_EXPONENT) >= 0
        && e.bitLength() <= LARGEST_EXPONENT_BITS;
  }

  private static Optional<BigInteger> number(String base64url) {
    if (base64url.isEmpty() || base64url.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigInteger(1, Base64.getUrlDecoder().decode(base64url)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode jwk, String member) {
    JsonNode value = jwk.get(member);
    return value != null && value.isTextual() ? value.textValue() : "";
  }
}
