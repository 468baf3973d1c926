package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.FrontChannelLogout;
import io.entrabroker.simulator.oauth.Parameters;
import io.entrabroker.simulator.session.SignIn;
import io.entrabroker.simulator.tokens.LoginHint;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a person's session at the login host and lets the applications of the session know.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID
 *     Connect on the Microsoft identity platform, sign-out request</a>
 */
final class LogoutHandler {

  private final Clients clients;
  private final FrontChannelLogout frontChannel;
  private final SessionCookie cookie;

  LogoutHandler(Clients clients, FrontChannelLogout frontChannel, SessionCookie cookie) {
    this.clients = clients;
    this.frontChannel = frontChannel;
    this.cookie = cookie;
  }

  /** The application sends the browser here. */
  void logout(Context ctx) {
    Requests.requireBearableQuery(ctx);
    String segment = Requests.tenant(ctx);
    if (!Clients.isAlias(segment)) {
      clients.tenant(segment);
    }
    Parameters parameters = Requests.queryAndForm(ctx);
    List<SignIn> here = cookie.signIns(ctx);
    Optional<SignIn> meant = here.size() > 1 ? hinted(here, parameters) : here.stream().findFirst();
    if (meant.isEmpty() && here.size() > 1) {
      Pages.write(ctx, SignOutPages.whom(segment, parameters, people(here)));
      return;
    }
    end(ctx, meant, parameters);
  }

  /** The person said which of several accounts to sign out of. */
  void picked(Context ctx) {
    Parameters form = Requests.form(ctx);
    String who = form.require("user");
    Optional<SignIn> meant =
        cookie.signIns(ctx).stream().filter(signIn -> signIn.userId().equals(who)).findFirst();
    end(ctx, meant, Query.read(form.first("request").orElse("")));
  }

  private void end(Context ctx, Optional<SignIn> meant, Parameters parameters) {
    List<URI> told = meant.map(SignIn::sessionId).map(frontChannel::addresses).orElse(List.of());
    meant.ifPresent(
        signIn -> {
          cookie.end(ctx, signIn);
          frontChannel.forget(signIn.sessionId());
        });
    Optional<String> target = target(Requests.tenant(ctx), parameters);
    if (told.isEmpty() && target.isPresent()) {
      Answers.notToBeStored(ctx);
      ctx.redirect(target.get());
      return;
    }
    Pages.writeFraming(ctx, told, SignOutPages.done(told, target));
  }

  /** Where to go afterwards, with {@code state}; empty if the address is not registered. */
  private Optional<String> target(String segment, Parameters parameters) {
    Map<String, String> state = new LinkedHashMap<>();
    parameters.first("state").ifPresent(value -> state.put("state", value));
    return parameters
        .first("post_logout_redirect_uri")
        .filter(uri -> registered(segment, uri))
        .map(
            uri ->
                state.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + Query.write(state));
  }

  /** There is no list of its own: the address must be a redirect URI of an application. */
  private boolean registered(String segment, String target) {
    return clients.tenantsNamed(segment).stream()
        .flatMap(tenant -> tenant.applications().stream())
        .anyMatch(application -> application.redirectUri(target).isPresent());
  }

  /** The sign-in that {@code logout_hint} means: only the claim {@code login_hint} counts. */
  private Optional<SignIn> hinted(List<SignIn> here, Parameters parameters) {
    return parameters
        .first("logout_hint")
        .flatMap(
            hint ->
                here.stream().filter(signIn -> LoginHint.isOf(hint, signIn.userId())).findFirst());
  }

  /** The people of the sessions, without those whom the directory does not have any more. */
  private List<User> people(List<SignIn> here) {
    return here.stream()
        .flatMap(
            signIn ->
                clients.tenantsNamed(signIn.tenantId()).stream()
                    .flatMap((Tenant tenant) -> tenant.user(signIn.userId()).stream()))
        .toList();
  }
}
