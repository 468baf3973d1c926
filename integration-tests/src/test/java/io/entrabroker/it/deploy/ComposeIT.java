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
                "KEYCLOAK_PORT", ports.get(0).toString(),
                "SIMULATOR_PORT", ports.get(1).toString(),
                "OPENMETADATA_PORT", ports.get(2).toString(),
                "OPENMETADATA_URL", "http://localhost:" + ports.get(3),
                "COMPOSE_PROFILES", "simulator,cluster"));
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
