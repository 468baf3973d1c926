package io.entrabroker.keycloak.idp;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.logout.SignOutNotice;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Rejection;
import io.entrabroker.tenant.Endpoints;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Ends sessions when Entra says that the one at Microsoft has ended (front-channel logout): a
 * hidden frame in a browser that may send no cookie. The answer tells nobody anything.
 */
final class SignOutNotices {

  private static final String SIGNED_OUT_BY = "signed_out_by";

  private final EntraIdentityProvider provider;
  private final EntraProviderConfig config;
  private final KeycloakSession session;
  private final EventBuilder event;
  private final Refusals refusals;

  SignOutNotices(EntraIdentityProvider provider, EventBuilder event, Refusals refusals) {
    this.provider = provider;
    this.config = provider.entraConfig();
    this.session = provider.session();
    this.event = event;
    this.refusals = refusals;
  }

  Response receive(SignOutNotice notice) {
    Optional<EntraSettings> settings = config.reading().settings();
    Optional<Endpoints> endpoints = config.endpoints();
    if (settings.isEmpty() || endpoints.isEmpty()) {
      refusals.report(Rejection.SETTINGS_INVALID, "");
      return answer("'none'");
    }
    URI base = endpoints.get().base();
    Optional<Rejection> objection = objection(notice, settings.get().connection());
    if (objection.isPresent()) {
      refusals.report(objection.get(), "");
    } else {
      sessionsOf(notice, base).forEach(this::end);
    }
    return answer(base.toString());
  }

  private Optional<Rejection> objection(SignOutNotice notice, Connection connection) {
    Set<SignOutGuard> guards = provider.signOutGuards();
    if (guards.contains(SignOutGuard.IN_USE) && !isInUse()) {
      return Optional.of(Rejection.SIGN_OUT_NOTICE_NOT_IN_USE);
    }
    return notice
        .problem(connection.authority().base(), connection.policy(), guards)
        .map(
            problem ->
                problem == SignOutNotice.Problem.MALFORMED
                    ? Rejection.SIGN_OUT_NOTICE_MALFORMED
                    : Rejection.SIGN_OUT_NOTICE_ISSUER);
  }

  private boolean isInUse() {
    return session.getContext().getRealm().isEnabled() && config.isInUse();
  }

  private List<UserSessionModel> sessionsOf(SignOutNotice notice, URI base) {
    UpstreamSignOut upstream = new UpstreamSignOut(session, config);
    return provider.aliasesOfNotices().stream()
        .map(alias -> alias + "." + notice.sessionId())
        .flatMap(id -> sessionsOf(id).stream())
        .filter(
            ours ->
                upstream
                    .upstream(ours)
                    .filter(theirs -> notice.isAbout(theirs, base, provider.signOutGuards()))
                    .isPresent())
        .toList();
  }

  // Keycloak finds one; the same browser may have begun several, of the same person.
  private List<UserSessionModel> sessionsOf(String brokerSessionId) {
    RealmModel realm = session.getContext().getRealm();
    UserSessionModel one =
        session.sessions().getUserSessionByBrokerSessionId(realm, brokerSessionId);
    if (one == null || one.getUser() == null) {
      return List.of();
    }
    return session
        .sessions()
        .getUserSessionsStream(realm, one.getUser())
        .filter(ours -> brokerSessionId.equals(ours.getBrokerSessionId()))
        .toList();
  }

  private void end(UserSessionModel ours) {
    event
        .clone()
        .event(EventType.LOGOUT)
        .user(ours.getUser())
        .session(ours)
        .detail(Details.IDENTITY_PROVIDER, config.getAlias())
        .detail(SIGNED_OUT_BY, "microsoft")
        .success();
    Findings.mention(session, Finding.SIGNED_OUT_BY_MICROSOFT, "session=" + ours.getId());
    AuthenticationManager.backchannelLogout(session, ours, false);
  }

  // Only Microsoft's page needs to frame it, and there is nothing to see.
  private static Response answer(String framedBy) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return Response.ok("", MediaType.TEXT_PLAIN_TYPE)
        .cacheControl(never)
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors " + framedBy)
        .build();
  }
}
