package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.oauth.Account;
import io.entrabroker.simulator.oauth.AuthorizeEndpoint;
import io.entrabroker.simulator.oauth.AuthorizeOutcome;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.CloudRules;
import io.entrabroker.simulator.oauth.Parameters;
import io.entrabroker.simulator.session.Sessions;
import io.entrabroker.simulator.session.SignIn;
import io.javalin.http.Context;

/** HTTP around the authorization endpoint and the forms of its pages. */
final class AuthorizeHandler {

  private final AuthorizeEndpoint endpoint;
  private final Clients clients;
  private final CloudRules cloudRules;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final LoginHosts loginHosts;
  private final OutcomeWriter writer;

  AuthorizeHandler(
      AuthorizeEndpoint endpoint, Clients clients, Sessions sessions, Presentation presentation) {
    this.endpoint = endpoint;
    this.clients = clients;
    this.cloudRules = new CloudRules(clients);
    this.sessions = sessions;
    this.cookie = presentation.cookie();
    this.loginHosts = presentation.loginHosts();
    this.writer = presentation.writer();
  }

  /** The application sends the browser here. */
  void begin(Context ctx) {
    cloudRules.requireOwn(Requests.tenant(ctx), loginHosts.asked(ctx));
    writer.write(
        ctx,
        endpoint.begin(
            Requests.tenant(ctx),
            Requests.queryAndForm(ctx),
            cookie.signIns(ctx),
            loginHosts.asked(ctx)));
  }

  /** The person pressed a button of the sign-in page. */
  void signIn(Context ctx) {
    Parameters form = Requests.form(ctx);
    Parameters request = Query.read(form.require("request"));
    if (form.first("cancel").isPresent()) {
      writer.write(ctx, endpoint.cancelled(Requests.tenant(ctx), request));
      return;
    }
    SignIn signIn = sessionOf(ctx, form);
    AuthorizeOutcome outcome =
        endpoint.signedIn(Requests.tenant(ctx), request, signIn, loginHosts.asked(ctx));
    cookie.start(ctx, signIn);
    writer.write(ctx, outcome);
  }

  /** The person pressed a button of the page that asks for proof. */
  void prove(Context ctx) {
    Parameters form = Requests.form(ctx);
    Parameters request = Query.read(form.require("request"));
    if (form.first("proof").filter("yes"::equals).isEmpty()) {
      writer.write(ctx, endpoint.cancelled(Requests.tenant(ctx), request));
      return;
    }
    SignIn proven = endpoint.approved(Requests.tenant(ctx), request, signedIn(ctx));
    AuthorizeOutcome outcome =
        endpoint.signedIn(Requests.tenant(ctx), request, proven, loginHosts.asked(ctx));
    cookie.start(ctx, proven);
    writer.write(ctx, outcome);
  }

  /** The person pressed a button of the consent page. */
  void consent(Context ctx) {
    Parameters form = Requests.form(ctx);
    Parameters request = Query.read(form.require("request"));
    SignIn signIn = signedIn(ctx);
    boolean accepted = form.first("consent").filter("yes"::equals).isPresent();
    writer.write(
        ctx,
        accepted
            ? endpoint.consented(Requests.tenant(ctx), request, signIn, loginHosts.asked(ctx))
            : endpoint.declined(Requests.tenant(ctx), request));
  }

  private SignIn signedIn(Context ctx) {
    return cookie.signIn(ctx).orElseThrow(Aadsts.NOT_SIGNED_IN::thrown);
  }

  /** The person of the button, or whoever the typed name means. */
  private SignIn sessionOf(Context ctx, Parameters form) {
    String segment = Requests.tenant(ctx);
    Account account =
        form.first("other").isPresent()
            ? clients.accountNamed(segment, form.require("name"))
            : clients
                .accounts(segment)
                .withId(form.require("user"))
                .orElseThrow(() -> Aadsts.USER_NOT_FOUND.thrown(segment));
    return sessions.signIn(account.tenant().id(), account.user().id(), cookie.signIns(ctx));
  }
}
