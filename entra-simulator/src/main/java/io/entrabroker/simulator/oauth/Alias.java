package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Tenant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A first path segment that stands for many tenants.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID
 *     Connect on the Microsoft identity platform</a>
 */
public enum Alias {
  /** Work or school accounts and personal accounts. */
  COMMON,
  /** Work or school accounts. */
  ORGANIZATIONS,
  /** Personal accounts. */
  CONSUMERS;

  /** The alias that a segment is, in any case; empty for a tenant's GUID or domain. */
  public static Optional<Alias> named(String segment) {
    return Arrays.stream(values())
        .filter(alias -> alias.segment().equals(segment.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** As it stands in addresses: lower case. */
  public String segment() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean covers(Tenant tenant) {
    return this == COMMON || tenant.holdsPersonalAccounts() == (this == CONSUMERS);
  }
}
