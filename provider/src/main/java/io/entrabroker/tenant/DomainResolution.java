package io.entrabroker.tenant;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** What a look-up of the authority's domain means, given what is pinned. */
public sealed interface DomainResolution {

  /** Nothing was pinned, and the look-up found a tenant: pin it. */
  record New(TenantId tenant) implements DomainResolution {}

  /** What is pinned holds: confirmed, or not contradicted because nobody answered. */
  record Unchanged() implements DomainResolution {}

  /** The domain means another tenant than the one pinned. */
  record Moved() implements DomainResolution {}

  /** Nothing is pinned and nothing was found. */
  record Unresolved() implements DomainResolution {}

  /**
   * Decides.
   *
   * @param pinned the tenant pinned for the domain, if any
   * @param found the tenant that the look-up found; empty if nobody answered or no tenant was named
   */
  static DomainResolution of(Optional<TenantId> pinned, Optional<TenantId> found) {
    if (pinned.isEmpty()) {
      return found.<DomainResolution>map(New::new).orElseGet(Unresolved::new);
    }
    return found.isPresent() && !found.equals(pinned) ? new Moved() : new Unchanged();
  }

  /**
   * The tenant in the {@code issuer} of a metadata document: a document asked for by domain answers
   * with the tenant's id. An issuer of another host counts as none.
   *
   * @param base the login host that was asked, {@code scheme://host[:port]}
   */
  static Optional<TenantId> tenantOfIssuer(URI base, String issuer) {
    String prefix = base + "/";
    if (!issuer.startsWith(prefix)) {
      return Optional.empty();
    }
    return Arrays.stream(issuer.substring(prefix.length()).split("/", -1))
        .findFirst()
        .flatMap(TenantId::parse)
        .filter(tenant -> TenantPolicy.isIssuerOf(tenant, base, issuer));
  }
}
