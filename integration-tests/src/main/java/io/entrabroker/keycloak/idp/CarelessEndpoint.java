package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.SignInFlow;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The twin's endpoint for answers that are not asked where they come from. */
public final class CarelessEndpoint {

  private final AuthenticationCallback callback;
  private final EventBuilder event;
  private final UnguardedIdentityProvider provider;
  private final KeycloakSession session;

  CarelessEndpoint(
      AuthenticationCallback callback, EventBuilder event, UnguardedIdentityProvider provider) {
    this.callback = callback;
    this.event = event;
    this.provider = provider;
    this.session = provider.session();
  }

  /** An answer in the query. */
  @GET
  public Response query() {
    return receive(SignInFlow.CODE, session.getContext().getUri().getQueryParameters());
  }

  /** An answer as a form post. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response formPost() {
    return receive(
        SignInFlow.ID_TOKEN, session.getContext().getHttpRequest().getDecodedFormParameters());
  }

  private Response receive(SignInFlow arrivedBy, MultivaluedMap<String, String> parameters) {
    AuthenticationSessionModel begun =
        provider.lacks(Carelessness.STATE)
            ? whateverTheBrowserHasBegun()
            : callback.getAndVerifyAuthenticationSession(parameters.getFirst("state"));
    session.getContext().setAuthenticationSession(begun);
    SignInFlow way = provider.lacks(Carelessness.ARRIVAL) ? configured(arrivedBy) : arrivedBy;
    Refusals refusals = new Refusals(session, event, provider.entraConfig().getAlias());
    return new SignInCompletion(provider, new SignInEnding(provider, callback, refusals))
        .complete(new AuthorizationAnswer(way, parameters));
  }

  private SignInFlow configured(SignInFlow otherwise) {
    return provider
        .entraConfig()
        .reading()
        .settings()
        .map(EntraSettings::connection)
        .map(Connection::flow)
        .orElse(otherwise);
  }

  private AuthenticationSessionModel whateverTheBrowserHasBegun() {
    return new AuthenticationSessionManager(session)
        .getCurrentRootAuthenticationSession(session.getContext().getRealm())
        .getAuthenticationSessions()
        .values()
        .iterator()
        .next();
  }
}
