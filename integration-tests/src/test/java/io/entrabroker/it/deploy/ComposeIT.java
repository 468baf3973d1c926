package io.entrabroker.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.quickstart.keycloak.LoopbackPorts;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationFiles;
import io.entrabroker.samplecatalog.openmetadata.Release;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keycloak, its database and the simulator out of {@code docker-compose.yml}, with {@code -Pdocker}
 * and Docker Compose 2. In the place of OpenMetadata the sample catalog, which takes its
 * configuration from the same file.
 */
@Tag("docker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeIT {

  private static final String KCADM = "/opt/keycloak/bin/kcadm.sh";
  private static final String PROJECT = "entra-broker-it-" + ProcessHandle.current().pid();

  private final ComposeFile file = ComposeFile.read();
  @TempDir static Path folder;
  private Path env;
  private SampleCatalog catalog;

  @BeforeAll
  void start() throws IOException {
    List<Integer> ports = LoopbackPorts.free(4);
    env =
        ComposeEnv.in(
            folder,
            Map.of(
                "KEYCLOAK_RELEASE",
                System.getProperty("keycloak.version", ""),
                "KEYCLOAK_PORT",
                ports.get(0).toString(),
                "SIMULATOR_PORT",
                ports.get(1).toString(),
                "OPENMETADATA_PORT",
                ports.get(2).toString(),
                "OPENMETADATA_URL",
                "http://localhost:" + ports.get(3),
                "KC_HOSTNAME_ADMIN",
                "http://127.0.0.1:" + ports.get(0),
                "COMPOSE_PROFILES",
                "simulator,cluster"));
    isUp("keycloak", "simulator");
    catalog = catalog(ports.get(3));
  }

  @AfterAll
  void stop() {
    if (catalog != null) {
      catalog.close();
    }
    compose("down", "--volumes", "--timeout", "5");
  }

  @Test
  void peopleSignInToACatalogThatIsConfiguredByTheFile() throws Exception {
    isUp("keycloak", "simulator");

    JsonNode ada = signsIn("ada.lovelace");

    assertThat(ada.get("name").asText()).isEqualTo("ada.lovelace");
    assertThat(ada.get("email").asText()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(ada.get("isAdmin").asBoolean()).as("she is in OPENMETADATA_ADMINS").isTrue();
  }

  /** And so is the sign-in of the administrators, after the commands of docs/deployment.md. */
  @Test
  void theAdminConsoleIsAtItsOwnAddress() throws Exception {
    isUp("keycloak", "simulator");
    String open = "http://localhost:" + ComposeEnv.values(env).get("KEYCLOAK_PORT");
    String admin = ComposeEnv.values(env).get("KC_HOSTNAME_ADMIN");

    assertThat(page(open + "/admin/master/console/")).contains("\"" + admin + "\"");
    assertThat(issuer(open, "master")).isEqualTo(open + "/realms/master");

    asDocumented(admin, "");

    assertThat(page(open + "/admin/master/console/")).doesNotContain("\"" + open + "\"");
    assertThat(issuer(open, "master")).isEqualTo(admin + "/realms/master");
    assertThat(issuer(admin, "openmetadata")).isEqualTo(open + "/realms/openmetadata");
    // The token before that names the issuer that was.
    asDocumented(admin, "config credentials");
    assertThat(kcadm("get", "realms/master", "--fields", "bruteForceProtected,failureFactor"))
        .contains("\"bruteForceProtected\" : true", "\"failureFactor\" : 10");
  }

  private void asDocumented(String admin, String only) {
    String docs = ComposeFile.text("docs/deployment.md");
    List<String> commands =
        docs.lines()
            .filter(line -> line.startsWith("docker compose exec keycloak " + KCADM))
            .map(line -> line.substring(line.indexOf(KCADM) + KCADM.length()).trim())
            .map(line -> line.replace("https://sso-admin.example.com", admin))
            .toList();
    assertThat(commands).hasSize(3);
    for (String command : commands.stream().filter(one -> one.startsWith(only)).toList()) {
      List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
      if (command.startsWith("config credentials")) {
        String password = ComposeEnv.values(env).get("KC_BOOTSTRAP_ADMIN_PASSWORD");
        arguments.addAll(List.of("--password", password));
      }
      kcadm(arguments.toArray(String[]::new));
    }
  }

  private String kcadm(String... arguments) {
    List<String> all = new ArrayList<>(List.of("exec", "-T", "keycloak", KCADM));
    all.addAll(List.of(arguments));
    return compose(all.toArray(String[]::new));
  }

  private static String issuer(String at, String realm) throws Exception {
    String metadata = "/realms/" + realm + "/.well-known/openid-configuration";
    return Json.read(page(at + metadata)).get("issuer").asText();
  }

  private static String page(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void keycloakIsReachedByTheEntranceOnly() {
    isUp("keycloak", "simulator");

    String nodes =
        compose(
            "exec",
            "-T",
            "postgres",
            "bash",
            "-c",
            "for port in 18080 9000; do (exec 3<>/dev/tcp/entrance/$port) 2>&1 && echo open; done;"
                + " true");

    assertThat(nodes).contains("refused").doesNotContain("open");
  }

  @Test
  void theEntranceReadsTheSecondNodesLineInItsProfileOnly() {
    isUp("keycloak", "simulator");
    for (String profiles : List.of("", "simulator")) {
      assertThat(complaintAboutTheSecondNode(profiles)).as(profiles).contains("is fine");
    }
    for (String profiles : List.of("cluster", "simulator,cluster", "cluster,simulator")) {
      assertThat(complaintAboutTheSecondNode(profiles)).as(profiles).contains("invalid port");
    }
  }

  // A port that there is not shows whether the line is read.
  private String complaintAboutTheSecondNode(String profiles) {
    return compose(
        "exec",
        "-T",
        "--env",
        "COMPOSE_PROFILES=" + profiles,
        "entrance",
        "bash",
        "-c",
        "sed s/:18081/:99999999/ /usr/local/etc/haproxy/haproxy.cfg >/tmp/spoiled.cfg;"
            + " haproxy -c -f /tmp/spoiled.cfg && echo is fine; true");
  }

  @Test
  void aSecondNodeTakesOverWhenTheFirstIsGone() throws Exception {
    isUp("keycloak", "keycloak-2", "simulator");
    assertThat(compose("logs", "keycloak-2")).contains("Received new cluster view").contains("(2)");

    compose("stop", "--timeout", "30", "keycloak");

    assertThat(signsIn("grace.hopper").get("name").asText()).isEqualTo("grace.hopper");
    assertThat(signsIn("ada.lovelace").get("name").asText()).isEqualTo("ada.lovelace");
  }

  // Whatever another test has stopped.
  private void isUp(String... services) {
    List<String> up = new ArrayList<>(List.of("up", "--wait", "--no-recreate"));
    up.addAll(List.of(services));
    compose(up.toArray(String[]::new));
  }

  private SampleCatalog catalog(int port) throws IOException {
    Map<String, String> variables = ComposeEnv.values(env);
    StringBuilder text = new StringBuilder();
    file.environment("openmetadata", variables)
        .forEach((name, value) -> text.append("%s='%s'\n".formatted(name, value)));
    Path written = Files.writeString(folder.resolve("openmetadata.env"), text);
    Release release = Release.of(variables.get("OPENMETADATA_RELEASE"));
    return SampleCatalog.configuredBy(new ConfigurationFiles(release, Map.of()).read(written))
        .port(port)
        .start();
  }

  private JsonNode signsIn(String account) throws IOException, InterruptedException {
    try (Visitor visitor = new Visitor()) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(catalog.url() + "/api/v1/users/loggedInUser"))
                      .header("Authorization", "Bearer " + visitor.signsIn(catalog.url(), account))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return Json.read(answer.body());
    }
  }

  private String compose(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--project-name", PROJECT, "--env-file", env.toString()));
    all.addAll(List.of(arguments));
    ComposeProgram.Outcome outcome =
        ComposeProgram.find()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "-Pdocker needs Docker Compose 2: install it or name it in the variable"
                            + " DOCKER_COMPOSE"))
            .run(all);
    assertThat(outcome.exit()).as(String.join(" ", arguments) + "\n" + outcome.output()).isZero();
    return outcome.output();
  }
}
