package io.entrabroker.tenant;

import java.util.Optional;

/**
 * How an authority names its tenant: by id, by a verified domain that has to be resolved, or by an
 * alias that stands for many.
 */
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

  /**
   * People of several tenants, each of whom signs in at home.
   *
   * @param name {@code organizations}, or {@code common}, which has personal accounts, too
   */
  record Alias(String name) implements TenantName {
    @Override
    public String segment() {
      return name;
    }

    @Override
    public Optional<TenantId> tenantId(DomainPin pin) {
      return Optional.empty();
    }
  }

  /** The path segment that stands for the tenant in Microsoft's URLs. */
  String segment();

  /** The tenant's id, if the name says it or the pin remembers it; an alias has none. */
  Optional<TenantId> tenantId(DomainPin pin);
}
