package io.entrabroker.quickstart.check;

import java.security.SecureRandom;
import java.util.HexFormat;

/** State, nonce and code verifier: long enough for all three (RFC 7636 asks for 43 characters). */
final class OneTimeText {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private OneTimeText() {}

  static String create() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
