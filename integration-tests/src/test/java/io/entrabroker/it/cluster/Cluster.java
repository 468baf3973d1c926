package io.entrabroker.it.cluster;

import io.entrabroker.it.Stack;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.Directory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two Keycloak nodes on one PostgreSQL, and the simulator in Entra's place. */
final class Cluster implements AutoCloseable {

  private static final Path WORK = Stack.ROOT.resolve("integration-tests/target");
  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";

  private final EntraSimulator simulator;
  private final PostgresServer postgres;
  private final KeycloakServer first;
  private final KeycloakServer second;

  Cluster() throws IOException, InterruptedException {
    simulator =
        EntraSimulator.builder().directory(Directory.contosoAndOthers()).httpPort(0).start();
    postgres = PostgresServer.start();
    String authority = simulator.httpUri().toString().replaceAll("/$", "") + "/" + TENANT;
    String loginHost =
        "--spi-identity_provider--entra--login-hosts=" + simulator.httpUri().getAuthority();
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(Stack.ROOT))
            .withDatabase("postgres")
            .withJars(Stack.ROOT.resolve("provider/target/openmetadata-entra-provider.jar"))
            .withJars(Stack.ROOT.resolve("themes/target/openmetadata-entra-themes.jar"))
            .withRealm(Stack.ROOT.resolve("realm-export/openmetadata-realm.json"))
            .withImportEnvironment(
                Map.of(
                    "ENTRA_ENABLED", "true",
                    "ENTRA_AUTHORITY", authority,
                    "ENTRA_CLIENT_ID", "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002",
                    "ENTRA_CLIENT_SECRET", "none",
                    "ENTRA_REGISTRATION", "spa",
                    "ENTRA_MAIL_DOMAINS", "contoso.example,research.contoso.example",
                    "OPENMETADATA_VERSION", "2.0"))
            .withImportOptions(loginHost)
            .withImportOptions(postgres.keycloakOptions());
    KeycloakTemplate template =
        new KeycloakTemplates(WORK.resolve("cluster-templates")).prepare(setup);
    first = node(template, loginHost);
    second = node(template, loginHost);
  }

  private KeycloakServer node(KeycloakTemplate template, String loginHost) throws IOException {
    return template.start(
        StartOptions.forTests()
            .withServerOptions(loginHost)
            .withServerOptions(postgres.keycloakOptions())
            .withServerOptions(
                "--cache=ispn",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + freePort()),
        WORK.resolve("cluster"));
  }

  List<KeycloakServer> nodes() {
    return List.of(first, second);
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
