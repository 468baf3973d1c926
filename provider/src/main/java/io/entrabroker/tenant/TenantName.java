package io.entrabroker.tenant;

import java.util.Optional;

/** How an authority names its tenant: by id, or by a verified domain that has to be resolved. */
public sealed interface TenantName {

  /** The tenant is known. */
  record ById(TenantId id) implements TenantName {
    @Override
    public String segment() {
      return id.toString();
    }

    @Override
    public Optional<TenantId> tenantId(DomainPin pin) {
      return Optional.of(id);
    }
  }

  /**
   * The tenant has to be looked up.
   *
   * @param domain a domain name in lower case
   */
  record ByDomain(String domain) implements TenantName {
    @Override
    public String segment() {
      return domain;
    }

    @Override
    public Optional<TenantId> tenantId(DomainPin pin) {
      return pin.tenantOf(domain);
    }
  }

  /** The path segment that stands for the tenant in Microsoft's URLs. */
  String segment();

  /** The tenant's id, if the name says it or the pin remembers it. */
  Optional<TenantId> tenantId(DomainPin pin);
}
