package io.entrabroker.user;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that can stand for somebody in the catalog, in lower case: plain ASCII, since
 * its local part becomes a username, and no longer than the catalog's column.
 *
 * @param text the address
 */
public record EmailAddress(String text) {

  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
  private static final int SHORTEST = 6;
  private static final int LONGEST = 127;
  private static final int LONGEST_LOCAL_PART = 64;

  // RFC 5321, section 4.1.2, dot-string and domain, without the characters that no catalog takes.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z0-9_%+'-]+(\\.[a-z0-9_%+'-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  /** Reads an address; empty if the text is none, or none that the catalog could take. */
  public static Optional<EmailAddress> parse(String text) {
    String written = text.strip();
    String address = written.toLowerCase(Locale.ROOT);
    // Lower case turns some foreign letters, such as the Kelvin sign, into plain ones.
    boolean fits =
        ASCII.matcher(written).matches()
            && address.length() >= SHORTEST
            && address.length() <= LONGEST
            && address.indexOf('@') <= LONGEST_LOCAL_PART;
    return fits && ADDRESS.matcher(address).matches()
        ? Optional.of(new EmailAddress(address))
        : Optional.empty();
  }

  /** What stands before the at sign. */
  public String localPart() {
    return text.substring(0, text.indexOf('@'));
  }

  /** What stands after it. */
  public String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  /** Whether a text is this address, whatever its case. */
  public boolean is(String other) {
    return text.equals(other.strip().toLowerCase(Locale.ROOT));
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "EmailAddress[***]";
  }
}
