package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrabroker.samplecatalog.openmetadata.OpenMetadataConfiguration;
import io.entrabroker.samplecatalog.openmetadata.Release;
import io.entrabroker.samplecatalog.openmetadata.Surroundings;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.SessionCookie;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sample catalog's web server, on loopback. */
public final class CatalogServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogServer.class);
  private static final String SECURITY = "/api/v1/system/security";

  private final Release release;
  private final BiConsumer<CatalogServer, JavalinDefaultRoutingApi> settingsApi;
  private final AtomicInteger port = new AtomicInteger();
  private final Lasting lasting;
  private volatile Wiring wiring;
  private final Javalin javalin;

  private CatalogServer(
      CatalogSettings settings,
      Release release,
      BiConsumer<CatalogServer, JavalinDefaultRoutingApi> settingsApi) {
    this.release = release;
    this.settingsApi = settingsApi;
    this.lasting = Lasting.startingWith(settings);
    this.wiring = new Wiring(settings, lasting, this::url);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts a catalog whose settings stay as they are.
   *
   * @throws io.javalin.util.JavalinException when the port is taken
   */
  public static CatalogServer start(CatalogSettings settings) {
    Release release = Release.newestOf(settings.rules().band());
    return started(new CatalogServer(settings, release, (server, routes) -> {}));
  }

  /**
   * Starts a catalog with OpenMetadata's own configuration, which its administrators can change
   * where the release has an API for it.
   *
   * @throws io.javalin.util.JavalinException when the port is taken
   */
  public static CatalogServer start(OpenMetadataConfiguration configuration, Surroundings around) {
    CatalogSettings settings = configuration.settings(around);
    Release release = configuration.release();
    return started(
        new CatalogServer(
            settings,
            release,
            (server, routes) -> {
              SecurityApi api = new SecurityApi(configuration, around, server::reload);
              routes.get("/api/v1/system/config/authorizer", api::rights);
              if (release.hasSettingsApi()) {
                server.addSettings(routes, api);
              }
            }));
  }

  private static CatalogServer started(CatalogServer server) {
    server.javalin.start("localhost", server.wiring.settings().site().port());
    server.port.set(server.javalin.port());
    return server;
  }

  /**
   * Reads the realm's metadata now and not at the first sign-in.
   *
   * @throws org.pac4j.core.exception.TechnicalException when they cannot be read
   */
  public void readRealm() {
    wiring.realm().get();
  }

  /** Its address, without a slash at the end. */
  public URI url() {
    return URI.create("http://localhost:" + port.get());
  }

  /** A new personal access token of the first administrator, good for an hour. */
  public String administratorsToken() {
    return lasting.users().all().stream()
        .filter(CatalogUser::isAdmin)
        .findFirst()
        .map(lasting.ownTokens()::personal)
        .orElseThrow(() -> new IllegalStateException("There is no administrator"));
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /** Goes by other settings from now on; teams and roles are those of before. */
  private synchronized void reload(CatalogSettings settings) {
    Organisation organisation = lasting.organisation();
    CatalogSettings known =
        settings.with(settings.rules().knowing(organisation.roles(), organisation.groups()));
    lasting.users().follow(known.rules());
    wiring = new Wiring(known, lasting, this::url);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.modifyServletContextHandler(this::nameCookie);
    config.routes.before(http -> wiring.headers().addTo(http));
    config.routes.exception(Exception.class, CatalogServer::fail);
    Pages.addTo(config.routes, wiring.settings().site());
    addEndpoints(config.routes);
    addAdministration(config.routes);
    settingsApi.accept(this, config.routes);
  }

  /** Cookies know no ports: without a name of its own, one catalog would end another's session. */
  private void nameCookie(ServletContextHandler handler) {
    boolean isSecure = wiring.settings().site().cookie() == SessionCookie.SECURE;
    var sessions = handler.getSessionHandler();
    sessions.getSessionCookieConfig().setName("sample_catalog_" + UUID.randomUUID());
    sessions.getSessionCookieConfig().setHttpOnly(true);
    sessions.getSessionCookieConfig().setSecure(isSecure);
    sessions.setSameSite(HttpCookie.SameSite.LAX);
  }

  private void addEndpoints(JavalinDefaultRoutingApi routes) {
    Handler page = Pages.page("index.html");
    routes.get("/api/v1/users/loggedInUser", http -> wiring.users().loggedInUser(http));
    routes.post("/api/v1/users", http -> wiring.users().create(http));
    routes.get("/api/v1/system/config/auth", http -> wiring.config().auth(http));
    routes.get(
        "/api/v1/system/config/jwks", http -> wiring.config().keys(http, lasting.ownTokens()));
    routes.get("/api/v1/system/version", this::version);
    routes.get("/sample/config", http -> wiring.config().sample(http));
    routes.get("/sample/versions", http -> wiring.versions().versions(http));
    routes.get("/api/v1/auth/login", http -> wiring.login(http));
    routes.get("/api/v1/auth/refresh", http -> wiring.refresh(http));
    routes.get("/api/v1/auth/logout", http -> wiring.logout(http));
    routes.get(
        "/callback",
        http -> {
          if (!wiring.callback(http)) {
            page.handle(http);
          }
        });
  }

  private void addAdministration(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/users", http -> wiring.admin().users(http));
    routes.get("/api/v1/users/{id}", http -> wiring.admin().user(http));
    routes.patch("/api/v1/users/{id}", http -> wiring.admin().patchUser(http));
    routes.get("/api/v1/teams", http -> wiring.admin().teams(http));
    routes.get("/api/v1/teams/name/{name}", http -> wiring.admin().team(http));
    routes.post(
        "/api/v1/teams", http -> wiring.admin().createTeam(http, () -> reload(wiring.settings())));
    routes.get("/api/v1/roles", http -> wiring.admin().roles(http));
  }

  private void addSettings(JavalinDefaultRoutingApi routes, SecurityApi api) {
    routes.get(SECURITY + "/config", forAdministrators(api::read));
    routes.put(SECURITY + "/config", forAdministrators(api::replace));
    routes.patch(SECURITY + "/config", forAdministrators(api::patch));
    routes.post(SECURITY + "/validate", forAdministrators(api::validate));
  }

  private Handler forAdministrators(Consumer<Context> work) {
    return http -> wiring.callers().asAdministrator(http, who -> work.accept(http));
  }

  /** {@code GET /api/v1/system/version}. */
  private void version(Context http) {
    Answers.json(
        http, 200, JsonNodeFactory.instance.objectNode().put("version", release.toString()));
  }

  private static void fail(Exception failure, Context http) {
    LOG.error("A request to {} failed: {}", http.path(), failure.getClass().getName());
    Answers.error(http, 500, "The sample catalog failed; its log names the exception");
  }
}
