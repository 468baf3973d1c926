package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.Parameters;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends the session at the login host.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID
 *     Connect on the Microsoft identity platform, sign-out request</a>
 */
final class LogoutHandler {

  private final Clients clients;
  private final SessionCookie cookie;

  LogoutHandler(Clients clients, SessionCookie cookie) {
    this.clients = clients;
    this.cookie = cookie;
  }

  void logout(Context ctx) {
    String segment = Requests.tenant(ctx);
    if (!Clients.isAlias(segment)) {
      clients.tenant(segment);
    }
    cookie.end(ctx);
    Parameters parameters = Requests.queryAndForm(ctx);
    String target = parameters.first("post_logout_redirect_uri").orElse("");
    if (registered(segment, target)) {
      Map<String, String> state = new LinkedHashMap<>();
      parameters.first("state").ifPresent(value -> state.put("state", value));
      String separator = state.isEmpty() ? "" : target.contains("?") ? "&" : "?";
      ctx.redirect(target + separator + Query.write(state));
      return;
    }
    Pages.write(
        ctx,
        Pages.page(
            "Sign out",
            "<h1>You signed out of your account</h1>"
                + "<p class=\"lead\">It’s a good idea to close all browser windows.</p>"));
  }

  /** There is no list of its own: the address must be a redirect URI of an application. */
  private boolean registered(String segment, String target) {
    return clients.tenantsNamed(segment).stream()
        .flatMap(tenant -> tenant.applications().stream())
        .anyMatch(application -> application.redirectUri(target).isPresent());
  }
}
