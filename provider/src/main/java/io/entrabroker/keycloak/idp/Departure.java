package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Makes sure that a browser can be sent to Microsoft: that the settings are valid, and that the
 * tenant is known and still the same.
 *
 * @param provider the identity provider
 * @param tenants which tenants the authorities' domains mean
 * @param refusals says why it cannot
 */
record Departure(EntraIdentityProvider provider, TenantResolution tenants, Refusals refusals) {

  /** The answer to the browser if it cannot be sent. */
  Optional<Response> objection() {
    SettingsReading reading = provider.entraConfig().readingWithSecret(provider.session());
    Optional<EntraSettings> settings = reading.settings();
    return settings.isEmpty()
        ? Optional.of(refusals.refuse(Rejection.SETTINGS_INVALID, reading.problemText()))
        : objection(settings.get().connection());
  }

  private Optional<Response> objection(Connection connection) {
    TenantResolution.Outcome outcome =
        tenants.resolve(
            provider.session(),
            provider.upstream(),
            provider.entraConfig().getAlias(),
            connection.authority(),
            connection.pin());
    if (outcome instanceof TenantResolution.Outcome.Objection objection) {
      return Optional.of(refusals.refuse(objection.rejection()));
    }
    if (outcome instanceof TenantResolution.Outcome.Refused refused) {
      return Optional.of(refusals.refuse(Rejection.TENANT_UNRESOLVED, refused.error()));
    }
    provider.entraConfig().usePin(((TenantResolution.Outcome.Known) outcome).pin());
    return Optional.empty();
  }
}
