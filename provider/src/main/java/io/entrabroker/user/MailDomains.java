package io.entrabroker.user;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mail domains that belong to the tenant: whoever is a member has been given an address there
 * by the organisation itself.
 *
 * @param names domain names in lower case, in the order in which they were written
 */
public record MailDomains(Set<String> names) {

  /** Characters (RFC 1035, section 2.3.4). */
  private static final int LONGEST = 253;

  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  // Whoever lists one of these lets everybody with a free mailbox be anybody.
  private static final Set<String> OPEN_TO_EVERYBODY =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "proton.me",
          "protonmail.com");

  public MailDomains {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** No domain: no address is trusted for its domain. */
  public static MailDomains none() {
    return new MailDomains(Set.of());
  }

  /** Reads domains separated by commas, spaces or line breaks; an at sign in front is ignored. */
  public static Parsed<MailDomains> parse(String text) {
    Set<String> names = new LinkedHashSet<>();
    for (String item : text.strip().split("[,;\\s]+", -1)) {
      String name = item.toLowerCase(Locale.ROOT).replaceFirst("^@", "");
      if (OPEN_TO_EVERYBODY.contains(name)) {
        return Parsed.refused(
            "'"
                + name
                + "' gives mailboxes to everybody: list only domains whose addresses your"
                + " organisation itself hands out.");
      }
      if (!name.isEmpty() && !isDomain(name)) {
        return Parsed.refused(
            "'"
                + Shortened.of(name)
                + "' is not a mail domain: write names such as contoso.com, separated by commas.");
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return Parsed.accepted(new MailDomains(names));
  }

  // Without the length, the pattern would run out of stack over a name of some thousand labels.
  private static boolean isDomain(String name) {
    return name.length() <= LONGEST && DOMAIN.matcher(name).matches();
  }

  /** Whether the address is in one of the domains; a subdomain is another domain. */
  public boolean contain(EmailAddress address) {
    return names.contains(address.domain());
  }
}
