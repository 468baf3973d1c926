package io.entrabroker.user;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.tenant.TenantId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mail domains that belong to the tenants: whoever is a member has been given an address there
 * by the organisation itself. Where people of several tenants sign in, a domain is one tenant's:
 * the administrators of another can write any address into an account of theirs.
 *
 * @param owners by domain name in lower case, in the order in which they were written: the tenants
 *     whose members are given addresses in the domain; none where the one tenant goes without
 *     saying
 */
public record MailDomains(Map<String, Set<TenantId>> owners) {

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
    Map<String, Set<TenantId>> copy = new LinkedHashMap<>();
    owners.forEach((name, tenants) -> copy.put(name, Set.copyOf(tenants)));
    owners = Collections.unmodifiableMap(copy);
  }

  /** No domain: no address is trusted for its domain. */
  public static MailDomains none() {
    return new MailDomains(Map.of());
  }

  /** Domains of the one tenant. */
  public static MailDomains of(String... names) {
    Map<String, Set<TenantId>> owners = new LinkedHashMap<>();
    Arrays.stream(names).forEach(name -> owners.put(name, Set.of()));
    return new MailDomains(owners);
  }

  /**
   * Reads domains separated by commas, spaces or line breaks, each with or without an equals sign
   * and the id of the tenant that owns it; an at sign in front is ignored.
   */
  public static Parsed<MailDomains> parse(String text) {
    Map<String, Set<TenantId>> owners = new LinkedHashMap<>();
    Set<String> plain = new HashSet<>();
    for (String item : text.strip().replaceAll("\\s*=\\s*", "=").split("[,;\\s]+", -1)) {
      String[] parts = item.toLowerCase(Locale.ROOT).replaceFirst("^@", "").split("=", 2);
      String name = parts[0];
      Optional<TenantId> owner = parts.length == 2 ? TenantId.parse(parts[1]) : Optional.empty();
      if (parts.length == 2 && owner.isEmpty()) {
        return refused(
            parts[1],
            "is no tenant id: write domain=tenant id, such as"
                + " contoso.com=00000000-0000-0000-0000-000000000000.");
      }
      Optional<String> objection = item.isEmpty() ? Optional.empty() : objection(name);
      if (objection.isPresent()) {
        return refused(name, objection.get());
      }
      if (!name.isEmpty()) {
        Set<TenantId> tenants = owners.computeIfAbsent(name, any -> new HashSet<>());
        owner.ifPresentOrElse(tenants::add, () -> plain.add(name));
      }
    }
    plain.forEach(name -> owners.put(name, Set.of()));
    return Parsed.accepted(new MailDomains(owners));
  }

  private static Optional<String> objection(String name) {
    if (OPEN_TO_EVERYBODY.contains(name)) {
      return Optional.of(
          "gives mailboxes to everybody: list only domains whose addresses your organisation itself"
              + " hands out.");
    }
    return isDomain(name)
        ? Optional.empty()
        : Optional.of(
            "is not a mail domain: write names such as contoso.com, separated by commas.");
  }

  private static Parsed<MailDomains> refused(String what, String why) {
    return Parsed.refused("'" + Shortened.of(what) + "' " + why);
  }

  // Without the length, the pattern would run out of stack over a name of some thousand labels.
  private static boolean isDomain(String name) {
    return name.length() <= LONGEST && DOMAIN.matcher(name).matches();
  }

  /** The domains' names. */
  public Set<String> names() {
    return owners.keySet();
  }

  /** Whether one of the domains is any admitted tenant's. */
  public boolean haveNoOwner() {
    return owners.values().stream().anyMatch(Set::isEmpty);
  }

  /** Whether the address is in one of the domains; a subdomain is another domain. */
  public boolean contain(EmailAddress address) {
    return owners.containsKey(address.domain());
  }

  /** Whether the address is in one of the tenant's domains. */
  boolean contain(EmailAddress address, Optional<TenantId> tenant) {
    Set<TenantId> tenants = owners.get(address.domain());
    return tenants != null && (tenants.isEmpty() || tenant.filter(tenants::contains).isPresent());
  }
}
