package io.entrabroker.it.cluster;

import io.entrabroker.it.RecordedKeycloak;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Stack;
import io.entrabroker.it.TestDirectory;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.simulator.EntraSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Two Keycloak nodes on one PostgreSQL, and the simulator in Entra's place. Started once for all
 * tests of a run that need it; {@link TestDirectory#TRIAL} is theirs to configure.
 */
final class Cluster implements AutoCloseable {

  private static final Path WORK = Stack.ROOT.resolve("integration-tests/target");
  private static final String CALLS_MAY_TAKE = "60000";

  private static Cluster shared;

  private final EntraSimulator simulator;
  private final PostgresServer postgres;
  private final String webSecret = UUID.randomUUID().toString();
  private final String loginHost;
  private final KeycloakTemplate template;
  private RecordedKeycloak first;
  private RecordedKeycloak second;

  /** The cluster of this run. */
  static synchronized Cluster shared() throws IOException, InterruptedException {
    if (shared == null) {
      shared = new Cluster();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  private Cluster() throws IOException, InterruptedException {
    simulator =
        EntraSimulator.builder()
            .directory(TestDirectory.ofEverybody(webSecret))
            .watchedBy(Recording.ofThisRun().upstream())
            .httpPort(0)
            .start();
    postgres = PostgresServer.start();
    loginHost = "--spi-identity_provider--entra--login-hosts=" + simulator.httpUri().getAuthority();
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(Stack.ROOT))
            .withDatabase("postgres")
            .withJars(Stack.ROOT.resolve("provider/target/openmetadata-entra-provider.jar"))
            .withJars(Stack.ROOT.resolve("themes/target/openmetadata-entra-themes.jar"))
            .withJars(WORK.resolve("unguarded-provider-for-tests.jar"))
            .withRealm(Stack.ROOT.resolve("realm-export/openmetadata-realm.json"))
            .withImportEnvironment(
                Map.of(
                    "ENTRA_ENABLED", "true",
                    "ENTRA_AUTHORITY", authority(),
                    "ENTRA_CLIENT_ID", Upstreams.SPA_APP,
                    "ENTRA_CLIENT_SECRET", "none",
                    "ENTRA_REGISTRATION", "spa",
                    "ENTRA_MAIL_DOMAINS", "contoso.example,research.contoso.example",
                    "OPENMETADATA_VERSION", "2.0"))
            .withImportOptions(loginHost)
            .withImportOptions(postgres.keycloakOptions());
    template = new KeycloakTemplates(WORK.resolve("cluster-templates")).prepare(setup);
    first = node();
    second = node();
  }

  private RecordedKeycloak node() throws IOException {
    return RecordedKeycloak.started(
        template,
        StartOptions.forTests()
            .withServerOptions(loginHost)
            // Tests keep answers back, and nodes are to wait for them.
            .withServerOptions("--spi-identity_provider--entra--call-timeout=" + CALLS_MAY_TAKE)
            .withServerOptions(postgres.keycloakOptions())
            .withServerOptions(
                "--cache=ispn",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + freePort()),
        WORK.resolve("cluster"));
  }

  List<RunningKeycloak> nodes() {
    return List.of(first, second);
  }

  EntraSimulator simulator() {
    return simulator;
  }

  PostgresServer postgres() {
    return postgres;
  }

  /** The realm's identity providers. */
  Upstreams upstreams() {
    return new Upstreams(second.admin(), authority(), webSecret);
  }

  /** The secret of the Web registration. */
  String webSecret() {
    return webSecret;
  }

  /** The authority of the simulator's tenant. */
  String authority() {
    return simulator.httpUri().toString().replaceAll("/$", "") + "/" + Upstreams.TENANT;
  }

  /** The first node is gone in the middle of whatever it does. */
  void firstDies() {
    ProcessHandle script = ProcessHandle.of(first.pid()).orElseThrow();
    Stream.concat(script.descendants(), Stream.of(script))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    first.close();
  }

  /** There are two nodes again. */
  void firstIsReplaced() throws IOException {
    first = node();
  }

  @Override
  public void close() {
    second.close();
    first.close();
    postgres.close();
    simulator.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
