package io.entrabroker.simulator.tokens;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The claims that only Entra itself can read: aio, rh and uti. Clients must ignore them. */
final class Opaque {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Opaque() {}

  static void addTo(Map<String, Object> claims) {
    claims.put("aio", text(48));
    claims.put("rh", "1." + text(36) + ".");
    claims.put("uti", text(16));
  }

  static String text(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** A whole number of seconds from the first to the second, both included. */
  static long secondsBetween(long least, long most) {
    return RANDOM.nextLong(least, most + 1);
  }
}
