package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.errors.Aadsts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Supplier;

/** Which handler serves which path. */
final class Routes {

  private static final String AUTHORIZE = "/{tenant}/oauth2/v2.0/authorize";
  private static final String TOKEN = "/{tenant}/oauth2/v2.0/token";
  private static final String LOGOUT = "/{tenant}/oauth2/v2.0/logout";

  private final Handlers handlers;
  private final Supplier<Directory> directory;
  private final String caCertificate;
  private final StaticFiles files = new StaticFiles();
  private final ErrorLookUpHandler errorLookUp = new ErrorLookUpHandler();

  /**
   * @param caCertificate PEM text that anybody may fetch; the empty text without https
   */
  Routes(Handlers handlers, Supplier<Directory> directory, String caCertificate) {
    this.handlers = handlers;
    this.directory = directory;
    this.caCertificate = caCertificate;
  }

  void addTo(RoutesConfig routes) {
    Failures failures = handlers.presentation().failures();
    documents(routes, failures);
    signIn(routes, failures);
    tokens(routes, failures);
    files(routes);
  }

  private void documents(RoutesConfig routes, Failures failures) {
    routes.get(
        "/{tenant}/v2.0/.well-known/openid-configuration",
        failures.asJson(handlers.discovery()::document));
    routes.get("/{tenant}/discovery/v2.0/keys", failures.asJson(handlers.keys()::keySet));
    routes.get("/common/discovery/instance", failures.asJson(handlers.instance()::instances));
  }

  private void signIn(RoutesConfig routes, Failures failures) {
    AuthorizeHandler authorize = handlers.authorize();
    Handler begin = failures.asPage(recorded(authorize::begin));
    routes.get(AUTHORIZE, begin);
    routes.post(AUTHORIZE, begin);
    routes.post("/{tenant}/simulator/sign-in", failures.asPage(authorize::signIn));
    routes.post("/{tenant}/simulator/proof", failures.asPage(authorize::prove));
    routes.post("/{tenant}/simulator/consent", failures.asPage(authorize::consent));
    routes.post("/{tenant}/simulator/sign-out", failures.asPage(handlers.logout()::picked));
    Handler logout = failures.asPage(recorded(handlers.logout()::logout));
    routes.get(LOGOUT, logout);
    routes.post(LOGOUT, logout);
  }

  private void tokens(RoutesConfig routes, Failures failures) {
    routes.post(TOKEN, failures.asJson(recorded(handlers.token()::post)));
    routes.get(
        TOKEN, ctx -> failures.writeJson(ctx, Aadsts.METHOD_NOT_POST.with(ctx.method().name())));
    routes.options(TOKEN, handlers.cors()::preflight);
    Handler graph = recorded(handlers.graph()::v1);
    routes.get("/v1.0/<path>", graph);
    routes.post("/v1.0/<path>", graph);
    routes.get("/oidc/userinfo", handlers.graph()::userInfo);
    routes.post("/oidc/userinfo", handlers.graph()::userInfo);
  }

  private void files(RoutesConfig routes) {
    routes.get("/", this::home);
    routes.get("/error", errorLookUp::page);
    routes.get("/simulator/style.css", files::style);
    routes.get("/simulator/submit.js", files::submitScript);
    routes.get("/simulator/leave.js", files::leaveScript);
    routes.get("/simulator/icon.svg", files::icon);
    if (!caCertificate.isEmpty()) {
      routes.get(
          "/simulator/ca.pem",
          ctx -> ctx.result(caCertificate).contentType("application/x-pem-file"));
    }
  }

  private Handler recorded(Handler handler) {
    return ctx -> {
      handlers.log().record(ctx);
      handler.handle(ctx);
    };
  }

  private void home(Context ctx) {
    Pages.write(
        ctx, HomePage.html(directory.get(), handlers.presentation().loginHosts().asked(ctx)));
  }
}
