package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.faults.Faults;
import io.entrabroker.simulator.graph.Graph;
import io.entrabroker.simulator.keys.CertificateAuthority;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.Protocol;
import io.entrabroker.simulator.tokens.LoginHost;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.function.Supplier;

/** The running HTTP server. */
public final class WebServer implements AutoCloseable {

  private final Javalin javalin;
  private final Connectors connectors;

  private WebServer(Javalin javalin, Connectors connectors) {
    this.javalin = javalin;
    this.connectors = connectors;
  }

  /**
   * Starts to listen.
   *
   * @throws io.javalin.util.JavalinBindException if a port is taken
   */
  public static WebServer start(Listening listening, Content content) {
    Connectors connectors = new Connectors(listening, content.authority());
    LoginHosts hosts =
        new LoginHosts(connectors::httpHost, connectors::httpsHost, listening.clouds());
    Handlers handlers = Handlers.of(content.backend(), hosts, content.log());
    String pem = listening.https().isOn() ? content.authority().pem() : "";
    Routes routes = new Routes(handlers, content, pem);
    Javalin javalin = Javalin.create(config -> configure(config, connectors, routes));
    javalin.start();
    return new WebServer(javalin, connectors);
  }

  private static void configure(JavalinConfig config, Connectors connectors, Routes routes) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    connectors.addTo(config.jetty);
    routes.addTo(config.routes);
  }

  /** What clients call the http connector. */
  public LoginHost httpHost() {
    return connectors.httpHost();
  }

  /** The port that the http connector listens on. */
  public int httpPort() {
    return connectors.httpPort();
  }

  /**
   * What clients call the https connector.
   *
   * @throws IllegalStateException if there is none
   */
  public LoginHost httpsHost() {
    return connectors.httpsHost();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /**
   * What the server serves.
   *
   * @param backend the protocol and what belongs to it
   * @param directory the directory as it is at the moment of asking
   * @param authority signs the server's certificate
   * @param log keeps requests for tests
   * @param faults what goes wrong at which endpoint
   */
  public record Content(
      Backend backend,
      Supplier<Directory> directory,
      CertificateAuthority authority,
      RequestLog log,
      Faults faults) {}

  /**
   * What stands behind the handlers.
   *
   * @param clients finds tenants and applications
   * @param protocol decides about sign-ins and tokens
   * @param keys the published keys
   * @param graph answers for Microsoft Graph
   * @param clock the simulator's time
   */
  public record Backend(
      Clients clients, Protocol protocol, KeyRing keys, Graph graph, Clock clock) {}
}
