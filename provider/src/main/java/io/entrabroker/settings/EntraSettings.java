package io.entrabroker.settings;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.Endpoints;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A valid configuration of the identity provider.
 *
 * @param authority where people sign in
 * @param pin the tenant remembered for the authority's domain
 * @param registration how the application is registered
 * @param flow how the ID token reaches Keycloak
 * @param scopes what is asked for; never empty
 * @param hints further parameters of the authorization request, by name
 */
public record EntraSettings(
    Authority authority,
    DomainPin pin,
    AppRegistration registration,
    SignInFlow flow,
    Set<String> scopes,
    Map<String, String> hints) {

  public EntraSettings {
    scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    hints = Map.copyOf(hints);
  }

  /** The tenant's endpoints; empty while the authority's domain has not been resolved. */
  public Optional<Endpoints> endpoints() {
    return authority.endpoints(pin);
  }
}
