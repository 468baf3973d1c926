package io.entrabroker.catalog;

import io.entrabroker.Parsed;
import io.entrabroker.user.IdentityKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A username that every version of the catalog takes as it is.
 *
 * @param value lower case
 */
public record CatalogName(String value) {

  /** Stands for the four characters that an email-first catalog draws when a name is taken. */
  public static final String RANDOM_SUFFIX = "_????";

  /** Keycloak stores 255 characters of a username, OpenMetadata 256. */
  static final int LONGEST = 255;

  private static final int LONGEST_SUFFIXED = 128;
  private static final int SUFFIX_LETTERS = 5;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  /**
   * Reads a username.
   *
   * @return the name, or a sentence about what is wrong with it, which does not repeat it
   */
  public static Parsed<CatalogName> parse(String text) {
    if (text.isBlank()) {
      return Parsed.refused("The username is empty.");
    }
    if (text.length() > LONGEST) {
      return Parsed.refused("The username is longer than " + LONGEST + " characters.");
    }
    if (text.indexOf('@') >= 0 || text.indexOf('/') >= 0) {
      return Parsed.refused(
          "The username has an '@' or a '/': OpenMetadata would take it for a shorter one.");
    }
    if (text.contains("::") || text.indexOf('"') >= 0) {
      return Parsed.refused(
          "The username has '::' or a quotation mark, which OpenMetadata's names cannot have.");
    }
    if (text.chars()
        .anyMatch(letter -> Character.isWhitespace(letter) || Character.isISOControl(letter))) {
      return Parsed.refused("The username has a blank or a control character.");
    }
    return text.equals(text.toLowerCase(Locale.ROOT))
        ? Parsed.accepted(new CatalogName(text))
        : Parsed.refused("The username has capital letters, which OpenMetadata does not keep.");
  }

  /** The part of an address before its first '@', lower case; all of it if there is none. */
  public static String localPart(String address) {
    return beforeAt(address).toLowerCase(Locale.ROOT);
  }

  /**
   * The name under which OpenMetadata looks up somebody's rights: it cuts usernames at '@' and '/'.
   */
  public static String asRead(String username) {
    String name = beforeAt(username);
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /**
   * The name of a person whose name somebody else has: {@code name-xxxxx}, the same for the same
   * person for ever, at most 128 characters. Two people may get the same one, with a probability of
   * one in 33 million.
   *
   * @param localPart the name to begin with
   * @param key who the person is
   */
  public static String suffixed(String localPart, IdentityKey key) {
    int room = LONGEST_SUFFIXED - 1 - SUFFIX_LETTERS;
    String start = localPart.substring(0, Math.min(localPart.length(), room));
    StringBuilder name = new StringBuilder(start).append('-');
    byte[] hash = sha256(key.toString());
    for (int letter = 0; letter < SUFFIX_LETTERS; letter++) {
      name.append(ALPHABET.charAt(hash[letter] & 31));
    }
    return name.toString();
  }

  /** What stands before the first '@'; the whole text if there is none. */
  public static String beforeAt(String text) {
    int at = text.indexOf('@');
    return at < 0 ? text : text.substring(0, at);
  }

  /** What follows the first '@'; empty if there is none. */
  static String afterAt(String text) {
    int at = text.indexOf('@');
    return at < 0 ? "" : text.substring(at + 1);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "CatalogName[***]";
  }
}
