package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.BearerCheck;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.rules.OwnKeys;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.SessionCookie;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sample catalog's web server, on loopback. */
public final class CatalogServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogServer.class);

  private final CatalogSettings settings;
  private final AtomicInteger port = new AtomicInteger();
  private final RealmClient realm;
  private final Javalin javalin;

  private CatalogServer(CatalogSettings settings) {
    this.settings = settings;
    this.realm = new RealmClient(settings, this::url);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts a catalog.
   *
   * @throws io.javalin.util.JavalinException when the port is taken
   */
  public static CatalogServer start(CatalogSettings settings) {
    CatalogServer server = new CatalogServer(settings);
    server.javalin.start("localhost", settings.site().port());
    server.port.set(server.javalin.port());
    return server;
  }

  /**
   * Reads the realm's metadata now and not at the first sign-in.
   *
   * @throws org.pac4j.core.exception.TechnicalException when they cannot be read
   */
  public void readRealm() {
    realm.get();
  }

  /** Its address, without a slash at the end. */
  public URI url() {
    return URI.create("http://localhost:" + port.get());
  }

  private URI serverUrl() {
    return settings.site().addresses().server(url());
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.modifyServletContextHandler(this::nameCookie);
    SecurityHeaders headers = new SecurityHeaders(settings.realm());
    config.routes.before(headers::addTo);
    config.routes.exception(Exception.class, CatalogServer::fail);
    Pages.addTo(config.routes, settings.site());
    addEndpoints(config.routes);
  }

  /** Cookies know no ports: without a name of its own, one catalog would end another's session. */
  private void nameCookie(ServletContextHandler handler) {
    var sessions = handler.getSessionHandler();
    sessions.getSessionCookieConfig().setName("sample_catalog_" + UUID.randomUUID());
    sessions.getSessionCookieConfig().setHttpOnly(true);
    sessions.getSessionCookieConfig().setSecure(settings.site().cookie() == SessionCookie.SECURE);
    sessions.setSameSite(HttpCookie.SameSite.LAX);
  }

  private void addEndpoints(JavalinDefaultRoutingApi routes) {
    Clock clock = Clock.systemUTC();
    CatalogUsers users = new CatalogUsers(settings.rules(), FourCharacters::drawn);
    CatalogCore core = new CatalogCore(settings.tokenRules(), users, this::serverUrl, clock);
    OwnTokens ownTokens = new OwnTokens(clock);
    BearerCheck check =
        new BearerCheck(
            new RealmKeys(settings.trust().keys(), clock),
            settings.rules().band().hasOwnTokens() ? ownTokens : OwnKeys.NONE,
            settings.tokenRules(),
            settings.trust().algorithm());
    UserApi userApi = new UserApi(check, core);
    routes.get("/api/v1/users/loggedInUser", userApi::loggedInUser);
    routes.post("/api/v1/users", userApi::create);
    ConfigApi config = new ConfigApi(settings, this::url);
    routes.get("/api/v1/system/config/auth", config::auth);
    routes.get("/api/v1/system/config/jwks", http -> config.keys(http, ownTokens));
    routes.get("/sample/config", config::sample);
    VersionsApi versions = new VersionsApi(check, ownTokens, settings.rules(), clock);
    routes.get("/sample/versions", versions::versions);
    addSignIn(routes, core, ownTokens);
  }

  private void addSignIn(JavalinDefaultRoutingApi routes, CatalogCore core, OwnTokens ownTokens) {
    Handler page = Pages.page("index.html");
    if (!settings.clients().confidential().isPresent()) {
      routes.get("/callback", page);
      return;
    }
    ConfidentialFlow flow = new ConfidentialFlow(realm);
    SessionTokens tokens =
        settings.rules().band().hasOwnTokens()
            ? new OwnSessionTokens(flow, ownTokens, core)
            : new RealmSessionTokens(flow, core.clock());
    var signIn = new ConfidentialSignIn(flow, tokens, core, settings.site().upstreams());
    ConfidentialSession session = new ConfidentialSession(tokens, core);
    routes.get("/api/v1/auth/login", signIn::login);
    routes.get("/api/v1/auth/refresh", session::refresh);
    routes.get("/api/v1/auth/logout", session::logout);
    routes.get("/callback", http -> callback(http, signIn, page));
  }

  /**
   * OpenMetadata has one client, whose callback is either the server's or the page's. The sample
   * may have both: an answer the server does not wait for is the page's, which knows its own
   * states.
   */
  private void callback(Context http, ConfidentialSignIn signIn, Handler page) throws Exception {
    if (settings.clients().spa().isPresent() && !signIn.isPending(http)) {
      page.handle(http);
    } else {
      signIn.callback(http);
    }
  }

  private static void fail(Exception failure, Context http) {
    LOG.error("A request to {} failed: {}", http.path(), failure.getClass().getName());
    Answers.error(http, 500, "The sample catalog failed; its log names the exception");
  }
}
