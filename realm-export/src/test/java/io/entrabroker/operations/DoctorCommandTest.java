package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  private static final Map<String, String> PERSON =
      Map.of("KEYCLOAK_ADMIN_USERNAME", "ada", "KEYCLOAK_ADMIN_PASSWORD", "p", "NO_COLOR", "1");

  private static final String HEALTHY = "{\"checked\":63,\"findings\":[]}";
  private static final String SICK =
      """
      {"checked":63,"findings":[
        {"id":"ENTRA6404","severity":"warning","found":"There is one.","detail":"","remedy":"Delete it."},
        {"id":"ENTRA6002","severity":"error","found":"It is off.","detail":"entra","remedy":"Switch it on."}]}
      """;
  private static final String CONFIGURATION =
      "{\"provider\":\"custom-oidc\",\"clientType\":\"confidential\",\"clientId\":\"openmetadata-web\"}";

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private String address;

  @BeforeEach
  void aKeycloakAndACatalog() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    address = "http://localhost:" + server.getAddress().getPort();
    answers.put("/realms/master/protocol/openid-connect/token", "{\"access_token\":\"t\"}");
    answers.put("/admin/realms/openmetadata/openmetadata/doctor", HEALTHY);
    answers.put(
        "/admin/realms/openmetadata/identity-provider/instances",
        "[{\"providerId\":\"entra\",\"enabled\":true,\"config\":{\"catalogVersion\":\"1.9\"}}]");
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        "{\"authenticationConfiguration\":" + CONFIGURATION + "}");
    answers.put("/api/v1/system/config/auth", CONFIGURATION);
    answers.put("/api/v1/system/config/jwks", "{\"keys\":[]}");
    answers.put("/api/v1/system/version", "{\"version\":\"1.13.1-SNAPSHOT\"}");
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    String known = answers.get(exchange.getRequestURI().getPath());
    byte[] answer = (known == null ? "" : known).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        known == null ? 404 : 200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void aHealthySetUpIsSaidSoAndEndsWell() {
    assertThat(run()).isEqualTo(new Terminal(0, "63 checks: 0 errors, 0 warnings, 0 notes.\n", ""));
  }

  @Test
  void theWorstIsToldFirstWithWhatToDo() {
    answers.put("/admin/realms/openmetadata/openmetadata/doctor", SICK);

    Terminal terminal = run();

    assertThat(terminal.exitCode()).isEqualTo(3);
    assertThat(terminal.out())
        .isEqualTo(
            """
            error   ENTRA6002  It is off.
                    entra
                    Switch it on.

            warning ENTRA6404  There is one.
                    Delete it.

            63 checks: 1 error, 1 warning, 0 notes.
            """);
  }

  @Test
  void warningsAloneEndWell() {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/doctor", SICK.replace("\"error\"", "\"warning\""));

    assertThat(run().exitCode()).isZero();
  }

  @Test
  void jsonIsForPrograms() throws IOException {
    answers.put("/admin/realms/openmetadata/openmetadata/doctor", SICK);

    JsonNode printed = new ObjectMapper().readTree(run("--json").out());

    assertThat(printed.get("checked").asInt()).isEqualTo(63);
    assertThat(printed.at("/findings/1/id").asText()).isEqualTo("ENTRA6002");
  }

  @Test
  void aCatalogThatIsAsTheRealmWantsItHasNoFinding() {
    Terminal terminal = run("--catalog=" + address + "/");

    assertThat(terminal.out()).contains("77 checks: 0 errors");
    assertThat(requests)
        .contains(
            "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json"
                + "?release=1.13.1&flow=confidential");
  }

  @Test
  void aCatalogWithAWrongValueIsFound() {
    answers.put("/api/v1/system/config/auth", CONFIGURATION.replace("-web", "-spa"));

    Terminal terminal = run("--catalog=" + address);

    assertThat(terminal.exitCode()).isEqualTo(3);
    assertThat(terminal.out())
        .contains("ENTRA6505", "clientId is \"openmetadata-spa\", not \"openmetadata-web\"");
  }

  @Test
  void whatIsWrongWithTheCatalogComesBeforeWarningsInJsonToo() throws IOException {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/doctor", SICK.replace("\"error\"", "\"warning\""));
    answers.put("/api/v1/system/config/auth", CONFIGURATION.replace("-web", "-spa"));

    JsonNode printed = new ObjectMapper().readTree(run("--json", "--catalog=" + address).out());

    assertThat(printed.at("/findings/0/id").asText()).isEqualTo("ENTRA6505");
  }

  @Test
  void aCatalogOfAnotherVersionIsFound() {
    answers.put("/api/v1/system/version", "{\"version\":\"2.0.1\"}");

    assertThat(run("--catalog=" + address).out()).contains("ENTRA6514");
  }

  @Test
  void aCatalogThatIsNotThereIsFound() {
    assertThat(run("--catalog=http://localhost:1").out()).contains("ENTRA6501");
  }

  @Test
  void somethingElseThanACatalogIsFound() {
    answers.remove("/api/v1/system/config/auth");

    assertThat(run("--catalog=" + address).out()).contains("ENTRA6501", "no configuration at");
  }

  @Test
  void whoeverMayNotAskIsToldSo() {
    answers.remove("/admin/realms/openmetadata/openmetadata/doctor");

    Terminal terminal = run();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("Keycloak answered 404");
  }

  private Terminal run(String... options) {
    List<String> args = new ArrayList<>(List.of("doctor", "--keycloak=" + address));
    args.addAll(List.of(options));
    return Terminal.run(PERSON, args.toArray(String[]::new));
  }
}
