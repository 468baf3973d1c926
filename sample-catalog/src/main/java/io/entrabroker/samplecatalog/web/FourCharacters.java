package io.entrabroker.samplecatalog.web;

import java.util.concurrent.ThreadLocalRandom;

/** Four characters, as an email-first catalog appends them to a name that is taken. */
final class FourCharacters {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 4;

  private FourCharacters() {}

  static String drawn() {
    StringBuilder text = new StringBuilder();
    ThreadLocalRandom.current()
        .ints(LENGTH, 0, ALPHABET.length())
        .forEach(index -> text.append(ALPHABET.charAt(index)));
    return text.toString();
  }
}
