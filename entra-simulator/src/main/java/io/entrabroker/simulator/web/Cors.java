package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.oauth.Clients;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which pages may read answers of the token endpoint: those whose origin is registered as SPA.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow">
 *     Authorization code flow, redirect URIs for single-page apps</a>
 */
final class Cors {

  private final Clients clients;

  Cors(Clients clients) {
    this.clients = clients;
  }

  /** The browser asks first: the client is not known yet, so any SPA of the tenant counts. */
  void preflight(Context ctx) {
    allow(ctx);
    ctx.status(204);
  }

  /** Allows the page to read the answer, if it is one of the tenant's single-page apps. */
  void allow(Context ctx) {
    Optional.ofNullable(ctx.header("Origin"))
        .filter(origin -> applications(ctx).anyMatch(app -> app.hasSpaOrigin(origin)))
        .ifPresent(
            origin -> {
              ctx.header("Access-Control-Allow-Origin", origin);
              ctx.header("Access-Control-Allow-Methods", "POST, OPTIONS");
              ctx.header("Access-Control-Allow-Headers", "content-type, client-request-id");
              ctx.header("Access-Control-Expose-Headers", "Content-Length");
              ctx.header("Vary", "Origin");
            });
  }

  private Stream<Application> applications(Context ctx) {
    return clients.tenantsNamed(Requests.tenant(ctx)).stream()
        .flatMap(tenant -> tenant.applications().stream());
  }
}
