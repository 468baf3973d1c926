package io.entrabroker.simulator.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns which mail domain: what {@code xms_edov} says.
 *
 * <p>The rule: an address is verified if its domain is verified in the tenant that issues the token
 * or in the guest's home tenant, or if the account is a Microsoft, Google or one-time-passcode
 * account; a user's own member {@code emailDomainOwnerVerified} overrides all of it.
 *
 * @param byTenant lower-case domains by lower-case tenant id, of all tenants of the directory
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/optional-claims-reference">
 *     Optional claims reference</a>
 */
record VerifiedDomains(Map<String, List<String>> byTenant) {

  private static final Set<String> PROVIDERS_THAT_VERIFY = Set.of("live.com", "google.com", "mail");

  VerifiedDomains {
    byTenant = Map.copyOf(byTenant);
  }

  /** Whether the address of the person is verified; empty if the person has none. */
  Optional<Boolean> vouchFor(User user, String tenantId) {
    return user.mail()
        .map(mail -> user.emailDomainOwnerVerified().orElseGet(() -> owned(mail, user, tenantId)));
  }

  /** Whether the address is in a domain that the tenant verified. */
  boolean owns(String tenantId, String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return byTenant.getOrDefault(tenantId, List.of()).contains(domain);
  }

  private boolean owned(String mail, User user, String tenantId) {
    return owns(tenantId, mail)
        || user.homeTenantId().filter(home -> owns(home, mail)).isPresent()
        || tenantId.equals(Tenant.PERSONAL_ACCOUNTS)
        || user.foreignProvider().filter(PROVIDERS_THAT_VERIFY::contains).isPresent();
  }
}
