package io.entrabroker.keycloak.logout;

import io.entrabroker.keycloak.logout.Trip.Destination;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.logout.UpstreamSession;
import java.net.URI;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.LogoutUtil;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Puts Microsoft's sign-out between the end of Keycloak's and the address that the application
 * asked for. Keycloak itself would go to Microsoft first and end its session only when the browser
 * comes back (keycloak issue 14451).
 */
public final class Detour {

  private static final String LEAVE = "/logout";

  private final KeycloakSession session;
  private final String alias;

  /**
   * A detour.
   *
   * @param session the request's session
   * @param alias the identity provider by which the browser leaves
   */
  public Detour(KeycloakSession session, String alias) {
    this.session = session;
    this.alias = alias;
  }

  /** The sign-out that Keycloak is about to finish ends at Microsoft, and then where it would. */
  public void before(AuthenticationSessionModel logout, UpstreamSession upstream) {
    String wanted =
        Objects.requireNonNullElse(logout.getAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI), "");
    // A client that signs out by a redirect of its own brings Keycloak here a second time.
    if (wanted.startsWith(endpoint() + LEAVE + "?")) {
      return;
    }
    Trip trip = new Trip(alias, upstream, destination(logout, wanted));
    logout.removeAuthNote(OIDCLoginProtocol.LOGOUT_STATE_PARAM);
    logout.setAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI, begin(trip).toString());
  }

  /** The address that begins a trip. */
  public URI begin(Trip trip) {
    return URI.create(
        endpoint() + LEAVE + "?state=" + new Trips(session, SignOutGuard.ALL).begin(trip));
  }

  /** Where Microsoft sends the browser back. */
  public URI returnTo() {
    return URI.create(endpoint() + "/logout_response");
  }

  private static Destination destination(AuthenticationSessionModel logout, String wanted) {
    return wanted.isEmpty()
        ? Destination.none()
        : new Destination(
            logout.getClient().getClientId(),
            wanted,
            LogoutUtil.getRedirectUriWithAttachedState(wanted, logout).toString());
  }

  private String endpoint() {
    return Urls.identityProviderAuthnResponse(
            session.getContext().getUri().getBaseUri(),
            alias,
            session.getContext().getRealm().getName())
        .toString();
  }
}
