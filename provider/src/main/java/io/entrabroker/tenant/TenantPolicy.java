package io.entrabroker.tenant;

import java.net.URI;

/** Whose people may sign in. One policy decides on every path on which a token is accepted. */
public sealed interface TenantPolicy {

  /** The members of one tenant. */
  record SingleTenant(TenantId tenant) implements TenantPolicy {
    @Override
    public boolean admits(TenantId candidate) {
      return tenant.equals(candidate);
    }
  }

  /** Whether people of this tenant may sign in. */
  boolean admits(TenantId candidate);

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
    return new Endpoints(base, tenant).issuer().equals(issuer);
  }
}
