package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.EndpointFaults;
import io.entrabroker.simulator.faults.Fault;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** Which handler serves which path. */
final class Routes {

  private static final String AUTHORIZE = "/{tenant}/oauth2/v2.0/authorize";
  private static final String TOKEN = "/{tenant}/oauth2/v2.0/token";
  private static final String LOGOUT = "/{tenant}/oauth2/v2.0/logout";

  private final Handlers handlers;
  private final WebServer.Content content;
  private final String caCertificate;
  private final StaticFiles files = new StaticFiles();
  private final ErrorLookUpHandler errorLookUp = new ErrorLookUpHandler();

  /**
   * @param caCertificate PEM text that anybody may fetch; the empty text without https
   */
  Routes(Handlers handlers, WebServer.Content content, String caCertificate) {
    this.handlers = handlers;
    this.content = content;
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
        faulty(Endpoint.DISCOVERY, failures.asJson(handlers.discovery()::document)));
    routes.get(
        "/{tenant}/discovery/v2.0/keys",
        faulty(Endpoint.KEYS, failures.asJson(handlers.keys()::keySet)));
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
    routes.post(TOKEN, recorded(faulty(Endpoint.TOKEN, failures.asJson(handlers.token()::post))));
    routes.get(
        TOKEN, ctx -> failures.writeJson(ctx, Aadsts.METHOD_NOT_POST.with(ctx.method().name())));
    routes.options(TOKEN, handlers.cors()::preflight);
    Handler graph = recorded(faulty(Endpoint.GRAPH, handlers.graph()::v1));
    routes.get("/v1.0/<path>", graph);
    routes.post("/v1.0/<path>", graph);
    routes.patch("/v1.0/<path>", graph);
    Handler userInfo = faulty(Endpoint.GRAPH, handlers.graph()::userInfo);
    routes.get("/oidc/userinfo", userInfo);
    routes.post("/oidc/userinfo", userInfo);
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

  /** The handler, unless a test wants something to go wrong there. */
  private Handler faulty(Endpoint endpoint, Handler handler) {
    EndpointFaults faults = content.faults().at(endpoint);
    FaultyExchange.FailureShape shape =
        endpoint == Endpoint.GRAPH
            ? handlers.graph()::fail
            : handlers.presentation().failures()::writeFault;
    return ctx -> {
      EndpointFaults.Waiting waiting = faults.waiting();
      Optional<Fault> fault = faults.take();
      if (fault.isPresent()) {
        fault.get().answer(new FaultyExchange(ctx, handler, shape, waiting));
      } else {
        handler.handle(ctx);
      }
    };
  }

  private Handler recorded(Handler handler) {
    return handlers.log().around(handler);
  }

  private void home(Context ctx) {
    Pages.write(
        ctx,
        HomePage.html(content.directory().get(), handlers.presentation().loginHosts().asked(ctx)));
  }
}
