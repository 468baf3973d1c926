package io.entrabroker.tenant;

import java.net.URI;
import java.util.Set;

/** Whose people may sign in. One policy decides on every path on which a token is accepted. */
public sealed interface TenantPolicy {

  /** The people of one tenant. */
  record SingleTenant(TenantId tenant) implements TenantPolicy {
    @Override
    public boolean admits(TenantId candidate) {
      return tenant.equals(candidate);
    }
  }

  /** The people of these tenants; of none if there is none. */
  record TenantList(Set<TenantId> tenants) implements TenantPolicy {
    public TenantList {
      tenants = Set.copyOf(tenants);
    }

    @Override
    public boolean admits(TenantId candidate) {
      return tenants.contains(candidate);
    }
  }

  /**
   * The people of any organisation. Personal accounts belong to none: their tenant has to be named.
   *
   * @param named tenants that are admitted beyond that
   */
  record AnyOrganisation(Set<TenantId> named) implements TenantPolicy {
    public AnyOrganisation {
      named = Set.copyOf(named);
    }

    @Override
    public boolean admits(TenantId candidate) {
      return !candidate.equals(TenantId.PERSONAL_ACCOUNTS) || named.contains(candidate);
    }
  }

  /** Nobody: what stands where nothing else was decided. */
  static TenantPolicy nobody() {
    return new TenantList(Set.of());
  }

  /** Whether people of this tenant may sign in. */
  boolean admits(TenantId candidate);

  /** The {@code iss} of a tenant's v2.0 tokens at a login host. */
  static String issuerOf(TenantId tenant, URI base) {
    return base + "/" + tenant + "/v2.0";
  }

  /**
   * Whether {@code issuer} is what this tenant's tokens must say. The expected issuer is derived
   * from the login host and the token's {@code tid} and compared for equality, never matched by a
   * pattern.
   *
   * <p>Source: <a
   * href="https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer">
   * Validate the issuer</a>.
   */
  static boolean isIssuerOf(TenantId tenant, URI base, String issuer) {
    return issuerOf(tenant, base).equals(issuer);
  }
}
