package io.entrabroker.tenant;

import java.util.Locale;
import java.util.Optional;

/**
 * Remembers which tenant a domain meant when it was first used, so that a domain that moves to
 * another tenant does not silently bring other people in.
 *
 * @param text {@code domain=tenant-id}, or empty while nothing is pinned
 */
public record DomainPin(String text) {

  /** Nothing is pinned. */
  public static DomainPin none() {
    return new DomainPin("");
  }

  /** Pins a domain to a tenant. */
  public static DomainPin of(String domain, TenantId tenant) {
    return new DomainPin(domain.toLowerCase(Locale.ROOT) + "=" + tenant);
  }

  /** Whether this pin is one of the authority's domain. */
  public boolean fits(Authority authority) {
    return authority.tenant() instanceof TenantName.ByDomain domain
        && tenantOf(domain.domain()).isPresent();
  }

  /** The tenant pinned for this very domain; a pin of another domain does not count. */
  Optional<TenantId> tenantOf(String domain) {
    int equals = text.indexOf('=');
    return equals > 0 && text.substring(0, equals).equals(domain)
        ? TenantId.parse(text.substring(equals + 1))
        : Optional.empty();
  }
}
