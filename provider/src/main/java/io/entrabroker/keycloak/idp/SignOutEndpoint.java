package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.logout.Destinations;
import io.entrabroker.keycloak.logout.SignOutPages;
import io.entrabroker.keycloak.logout.Trip;
import io.entrabroker.keycloak.logout.Trips;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Where browsers leave for Microsoft's sign-out, and where they come back. */
final class SignOutEndpoint {

  private final EntraIdentityProvider provider;
  private final EntraProviderConfig config;
  private final KeycloakSession session;
  private final Refusals refusals;
  private final Trips trips;

  SignOutEndpoint(EntraIdentityProvider provider, Refusals refusals) {
    this.provider = provider;
    this.config = provider.entraConfig();
    this.session = provider.session();
    this.refusals = refusals;
    this.trips = new Trips(session, provider.signOutGuards());
  }

  /** Sends the browser to Microsoft; if that cannot be, where it would go afterwards. */
  Response leave(String state) {
    Optional<Trip> trip = trips.leaving(state, config.getAlias());
    if (trip.isEmpty()) {
      return refusals.refuse(Rejection.SIGN_OUT_OVER);
    }
    return new UpstreamSignOut(session, config)
        .address(trip.get(), state)
        .map(SignOutEndpoint::to)
        .orElseGet(() -> arrive(state));
  }

  /** Sends the browser that comes back to the application, or shows that it is over. */
  Response arrive(String state) {
    Optional<Trip> trip = trips.end(state, config.getAlias());
    if (trip.isEmpty()) {
      return refusals.refuse(Rejection.SIGN_OUT_OVER);
    }
    return new Destinations(session, provider.signOutGuards())
        .address(trip.get().destination())
        .map(SignOutEndpoint::to)
        .orElseGet(() -> to(SignOutPages.address(session, SignOutPages.DONE)));
  }

  private static Response to(URI address) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.seeOther(address).cacheControl(never).build();
  }
}
