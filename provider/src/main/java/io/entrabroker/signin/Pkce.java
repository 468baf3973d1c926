package io.entrabroker.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Proof Key for Code Exchange with S256 (RFC 7636).
 *
 * @param verifier the secret that stays here until the code is redeemed
 */
public record Pkce(String verifier) {

  /** The only method in use; {@code plain} would be no proof. */
  public static final String METHOD = "S256";

  /** A verifier of 43 characters from 32 random bytes. */
  public static Pkce from(byte[] randomBytes) {
    return new Pkce(base64Url(randomBytes));
  }

  /** The {@code code_challenge} of the authorization request. */
  public String challenge() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return base64Url(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return "Pkce[***]";
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
