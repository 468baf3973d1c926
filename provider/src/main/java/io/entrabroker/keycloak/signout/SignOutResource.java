package io.entrabroker.keycloak.signout;

import io.entrabroker.keycloak.idp.MicrosoftSignOut;
import io.entrabroker.keycloak.logout.SignOutPages;
import io.entrabroker.keycloak.refusal.Refusals;
import io.entrabroker.logout.SignOutGuard;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Signs a person out everywhere, also where the application has no way to do so: OpenMetadata's
 * confidential client ends its own session only. Nothing in the request says where the browser
 * goes.
 */
public final class SignOutResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Questions questions;
  private final Views views;
  private final MicrosoftSignOut microsoft;

  SignOutResource(KeycloakSession session, Set<SignOutGuard> guards) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.questions = new Questions(session, guards);
    this.views = new Views(session);
    this.microsoft = new MicrosoftSignOut(session);
    if (!realm.isEnabled()) {
      throw new NotFoundException();
    }
  }

  /** The question. Asking changes nothing. */
  @GET
  @Path(SignOutPages.QUESTION)
  public Response question() {
    return ask(Response.Status.OK);
  }

  /**
   * The answer: Keycloak's session ends, with all applications', and then Microsoft's.
   *
   * @param question what the page with the question carried
   */
  @POST
  @Path(SignOutPages.QUESTION)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@FormParam("question") @DefaultValue("") String question) {
    Optional<UserSessionModel> current = current();
    if (!questions.isAnswered(question, id(current))) {
      refusals().report(Rejection.SIGN_OUT_NOT_ASKED, "");
      return ask(Response.Status.BAD_REQUEST);
    }
    URI done = SignOutPages.address(session, SignOutPages.DONE);
    URI next = microsoft.after(current).orElse(done);
    return current
        .map(ours -> new SessionEnd(session, ours).thenTo(next))
        .orElseGet(() -> Views.to(next));
  }

  /** The page at the end; whoever is signed in is asked instead. */
  @GET
  @Path(SignOutPages.DONE)
  public Response done() {
    return current().isPresent()
        ? Views.to(SignOutPages.address(session, SignOutPages.QUESTION))
        : views.done(new CatalogLink(session).address());
  }

  private Response ask(Response.Status status) {
    Optional<UserSessionModel> current = current();
    Views.Scope scope = new Views.Scope(current.isPresent(), microsoft.isPossible(current));
    return views.question(questions.ask(id(current)), scope, status);
  }

  private Optional<UserSessionModel> current() {
    return Optional.ofNullable(
            AuthenticationManager.authenticateIdentityCookie(session, realm, false))
        .map(AuthenticationManager.AuthResult::session);
  }

  private static String id(Optional<UserSessionModel> current) {
    return current.map(UserSessionModel::getId).orElse("");
  }

  private Refusals refusals() {
    EventBuilder event = new EventBuilder(realm, session, session.getContext().getConnection());
    return Refusals.ofSignOut(session, event, "");
  }
}
