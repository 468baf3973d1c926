package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.keycloak.preview.PreviewLinks;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.logout.SignOutNotice;
import io.entrabroker.settings.SignInFlow;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * Where Microsoft's answers arrive: in the query for a code, as a form post for an ID token, and
 * what belongs to signing out.
 */
public final class EntraEndpoint {

  private final AuthenticationCallback callback;
  private final EntraIdentityProvider provider;
  private final KeycloakSession session;
  private final Refusals refusals;
  private final SignInCompletion completion;
  private final PreviewEndpoint previews;
  private final SignOutEndpoint signOut;
  private final SignOutNotices notices;

  EntraEndpoint(
      AuthenticationCallback callback, EventBuilder event, EntraIdentityProvider provider) {
    this.callback = callback;
    this.provider = provider;
    this.session = provider.session();
    this.refusals = new Refusals(session, event, provider.entraConfig().getAlias());
    this.completion =
        new SignInCompletion(provider, new SignInEnding(provider, callback, refusals));
    this.previews = new PreviewEndpoint(provider, refusals);
    Refusals ofSignOut = Refusals.ofSignOut(session, event, provider.entraConfig().getAlias());
    this.signOut = new SignOutEndpoint(provider, ofSignOut);
    this.notices = new SignOutNotices(provider, event, ofSignOut);
  }

  /** The answer of the code flow. */
  @GET
  public Response query() {
    return receive(
        new AuthorizationAnswer(
            SignInFlow.CODE, session.getContext().getUri().getQueryParameters()));
  }

  /** The answer of the ID-token flow. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response formPost() {
    return receive(
        new AuthorizationAnswer(
            SignInFlow.ID_TOKEN, session.getContext().getHttpRequest().getDecodedFormParameters()));
  }

  /** Where a browser comes with the link of a preview. */
  @GET
  @Path(PreviewLinks.PATH)
  public Response preview(@QueryParam(PreviewLinks.PARAMETER) @DefaultValue("") String link) {
    return previews.leave(link);
  }

  /** Where a browser leaves for Microsoft's sign-out, after Keycloak's session has ended. */
  @GET
  @Path("logout")
  public Response leave(@QueryParam("state") @DefaultValue("") String state) {
    return signOut.leave(state);
  }

  /** Where Microsoft sends the browser after the sign-out there. */
  @GET
  @Path("logout_response")
  public Response arrive(@QueryParam("state") @DefaultValue("") String state) {
    return signOut.arrive(state);
  }

  /** Where Entra's page says, in a hidden frame, that somebody has signed out there. */
  @GET
  @Path("frontchannel_logout")
  public Response notice(
      @QueryParam(ClaimName.ISSUER) @DefaultValue("") String issuer,
      @QueryParam(ClaimName.SESSION_ID) @DefaultValue("") String sessionId) {
    return notices.receive(new SignOutNotice(issuer, sessionId));
  }

  private Response receive(AuthorizationAnswer answer) {
    if (answer.state().isEmpty()) {
      return refusals.refuse(Rejection.STATE_UNKNOWN);
    }
    // Before Keycloak sees it: nothing of a preview is to become a session.
    if (PreviewLinks.isState(answer.state())) {
      return orFailure(() -> previews.arrive(answer));
    }
    refusals.inCaseOf(Rejection.STATE_UNKNOWN);
    try {
      session
          .getContext()
          .setAuthenticationSession(callback.getAndVerifyAuthenticationSession(answer.state()));
    } catch (WebApplicationException e) {
      return stateNotAccepted(e.getResponse());
    } catch (RuntimeException e) {
      // Keycloak takes the state apart before it trusts it, and trips over some.
      return refusals.refuse(Rejection.STATE_UNKNOWN);
    }
    refusals.nothingWasRefused();
    return orFailure(
        () ->
            answer.isError()
                ? new MicrosoftsRefusal(provider, callback, refusals)
                    .atAuthorization(provider.read(answer))
                : completion.complete(answer));
  }

  private Response orFailure(Supplier<Response> work) {
    try {
      return work.get();
    } catch (WebApplicationException e) {
      return e.getResponse();
    } catch (RuntimeException e) {
      session.getTransactionManager().setRollbackOnly();
      return refusals.refuse(Rejection.UNEXPECTED, "Failure: " + place(e) + ".");
    }
  }

  // No message of the exception: it may name somebody.
  private static String place(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  // A redirect is Keycloak's way to go on, for example where another tab has signed in already, or
  // with the sign-in that the browser has begun; the event may say already what was refused.
  private Response stateNotAccepted(Response keycloaks) {
    if (keycloaks.getStatus() < 300 || keycloaks.getStatus() >= 400) {
      return refusals.refuse(Rejection.STATE_UNKNOWN);
    }
    refusals.reportIfKeycloakRefused(Rejection.STATE_UNKNOWN);
    return keycloaks;
  }
}
