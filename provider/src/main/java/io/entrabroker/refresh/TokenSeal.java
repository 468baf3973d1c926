package io.entrabroker.refresh;

import io.entrabroker.clientauth.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals refresh tokens with AES-256-GCM. A sealed token opens only in the place for which it was
 * sealed, so that whoever can write rows cannot give one session the token of another.
 */
public final class TokenSeal {

  /** Bytes of the initialization vector: never use one twice (NIST SP 800-38D, section 8.2). */
  public static final int IV_BYTES = 12;

  private static final int TAG_BITS = 128;

  // The realm's key serves Keycloak, too: what we encrypt with is derived from it (RFC 5869,
  // section 2.3, with an output of one block).
  private static final byte[] PURPOSE =
      "entra-broker refresh token 1\u0001".getBytes(StandardCharsets.UTF_8);

  private final SecretKeySpec key;

  private TokenSeal(SecretKeySpec key) {
    this.key = key;
  }

  /** A seal of a realm's key. */
  public static TokenSeal of(byte[] realmKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(realmKey, "HmacSHA256"));
      return new TokenSeal(new SecretKeySpec(mac.doFinal(PURPOSE), "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  /**
   * Seals a token.
   *
   * @param place where it is kept, and of whom it is
   * @param iv {@link #IV_BYTES} random bytes
   */
  public String seal(Secret token, String place, byte[] iv) {
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, place, iv)
              .doFinal(token.reveal().getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(iv, iv.length + sealed.length);
      System.arraycopy(sealed, 0, all, iv.length, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES/GCM/NoPadding", e);
    }
  }

  /** Opens what {@link #seal} gave; empty for another key, another place, or a changed text. */
  public Optional<Secret> open(String sealed, String place) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      if (all.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
        return Optional.empty();
      }
      byte[] iv = Arrays.copyOf(all, IV_BYTES);
      byte[] token =
          cipher(Cipher.DECRYPT_MODE, place, iv).doFinal(all, IV_BYTES, all.length - IV_BYTES);
      return Optional.of(new Secret(new String(token, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String place, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
