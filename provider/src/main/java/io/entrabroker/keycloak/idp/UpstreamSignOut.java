package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.logout.Detour;
import io.entrabroker.keycloak.logout.Trip;
import io.entrabroker.logout.EndSessionRequest;
import io.entrabroker.logout.SignOut;
import io.entrabroker.logout.UpstreamSession;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;

/** The way from Keycloak's sign-out to Microsoft's. */
final class UpstreamSignOut {

  /** The note of the user session that holds {@link UpstreamSession#text}. */
  static final String NOTE = "entra.upstream";

  private final EntraProviderConfig config;
  private final Detour detour;

  UpstreamSignOut(KeycloakSession session, EntraProviderConfig config) {
    this.config = config;
    this.detour = new Detour(session, config.getAlias());
  }

  /** Keycloak is about to end a session: if the settings say so, Microsoft's is to end after it. */
  void followOn(KeycloakSession session, UserSessionModel userSession) {
    // A sign-out by SAML ends with a message of Keycloak's, not at an address.
    boolean endsAtAnAddress =
        OIDCLoginProtocol.LOGIN_PROTOCOL.equals(
            userSession.getNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL));
    boolean isWanted = settings().filter(valid -> valid.signOut() == SignOut.UPSTREAM).isPresent();
    if (endsAtAnAddress && isWanted && config.isInUse()) {
      upstream(userSession)
          .ifPresent(
              upstream -> detour.before(session.getContext().getAuthenticationSession(), upstream));
    }
  }

  /** What has to be known of the session at Microsoft; empty if nobody knows the tenant. */
  Optional<UpstreamSession> upstream(UserSessionModel userSession) {
    String note = userSession.getNote(NOTE);
    return Optional.ofNullable(note)
        .flatMap(UpstreamSession::parse)
        .or(() -> config.endpoints().map(known -> new UpstreamSession(known.segment(), "")));
  }

  /** Where the browser of a trip goes at Microsoft; empty if the settings are not valid now. */
  Optional<URI> address(Trip trip, String state) {
    return settings()
        .map(valid -> new Endpoints(base(valid), trip.upstream().segment()))
        .map(
            endpoints ->
                new EndSessionRequest(endpoints, trip.upstream().hint(), detour.returnTo(), state))
        .map(EndSessionRequest::url);
  }

  private Optional<EntraSettings> settings() {
    return config.reading().settings();
  }

  private static URI base(EntraSettings settings) {
    return settings.connection().authority().base();
  }
}
