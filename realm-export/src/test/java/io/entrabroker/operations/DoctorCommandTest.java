package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.operations.web.EndlessServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> redirects = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  @TempDir Path folder;

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
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/api/")) {
      exchange.getRequestHeaders().getOrDefault("Authorization", List.of()).forEach(tokens::add);
    }
    if (redirects.containsKey(path) || refused.contains(path)) {
      exchange.getResponseHeaders().add("Location", redirects.getOrDefault(path, ""));
      exchange.sendResponseHeaders(refused.contains(path) ? 401 : 302, -1);
      exchange.close();
      return;
    }
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
            Each code is explained in docs/messages.md.
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

    assertThat(terminal.out()).contains(" checks: 0 errors, 0 warnings");
    assertThat(requests)
        .contains(
            "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json?release=1.13.1");
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
    assertThat(printed.at("/findings/0/link").asText()).isEqualTo("docs/messages.md#entra6505");
  }

  @Test
  void whoeverHasATokenLearnsMore() throws IOException {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        "{\"authenticationConfiguration\":"
            + CONFIGURATION
            + ",\"authorizerConfiguration\":{\"principalDomain\":\"contoso.com\"}}");
    answers.put(
        "/api/v1/system/security/config",
        "{\"authenticationConfiguration\":"
            + CONFIGURATION
            + ",\"authorizerConfiguration\":{\"principalDomain\":\"open-metadata.org\"}}");
    answers.put(
        "/api/v1/system/security/validate",
        "{\"results\":[{\"status\":\"failed\",\"message\":\"No keys at the address.\"},"
            + "{\"status\":\"success\",\"message\":\"Fine.\"}]}");
    Path token = Files.writeString(folder.resolve("token"), "not-to-be-printed\n");

    Terminal terminal = run("--catalog=" + address, "--token-file=" + token);

    assertThat(terminal.exitCode()).isEqualTo(3);
    assertThat(terminal.out())
        .contains("ENTRA6524", "No keys at the address.", "ENTRA6515", "open-metadata.org")
        .doesNotContain("Fine.", "not-to-be-printed");
    assertThat(tokens).containsOnly("Bearer not-to-be-printed");
  }

  @Test
  void thePrincipalDomainMayBeAnyMailDomainOfTheProvider() throws IOException {
    answers.put(
        "/admin/realms/openmetadata/identity-provider/instances",
        "[{\"providerId\":\"entra\",\"enabled\":true,\"config\":"
            + "{\"mailDomains\":\"contoso.com, second.com\"}}]");
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        settings("groups", "contoso.com"));

    for (String domain : List.of("contoso.com", "second.com", "open-metadata.org")) {
      answers.put("/api/v1/system/security/config", settings("groups", domain));
      assertThat(runWithToken().out().contains("ENTRA6515"))
          .as(domain)
          .isEqualTo(domain.equals("open-metadata.org"));
    }
  }

  @Test
  void whatAnAdministratorIsNotToldIsNotSetAndWhatNobodyIsToldIsNotKnown() throws IOException {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        settings("groups", "contoso.com"));
    answers.put(
        "/api/v1/system/security/config",
        settings("groups", "contoso.com").replace(",\"jwtTeamClaimMapping\":\"groups\"", ""));

    assertThat(runWithToken().out()).contains("ENTRA6517", "not set");
    assertThat(run("--catalog=" + address).out()).doesNotContain("ENTRA6517");
  }

  private static String settings(String teamClaim, String principalDomain) {
    return "{\"authenticationConfiguration\":"
        + CONFIGURATION.replace("}", ",\"jwtTeamClaimMapping\":\"" + teamClaim + "\"}")
        + ",\"authorizerConfiguration\":{\"principalDomain\":\""
        + principalDomain
        + "\"}}";
  }

  private Terminal runWithToken() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "not-to-be-printed\n");
    return run("--catalog=" + address, "--token-file=" + token);
  }

  @Test
  void withoutATokenNobodyAsksForWhatAdministratorsKnow() {
    run("--catalog=" + address);

    assertThat(requests).noneMatch(request -> request.contains("/security"));
    assertThat(tokens).isEmpty();
  }

  @Test
  void aTokenThatTheCatalogRefusesIsAFindingAndTheRestIsLookedAt() {
    refused.add("/api/v1/system/security/config");
    answers.put("/admin/realms/openmetadata/openmetadata/doctor", SICK);
    answers.put("/api/v1/system/config/auth", CONFIGURATION.replace("-web", "-spa"));

    Terminal terminal =
        Terminal.run(
            withToken("expired"), "doctor", "--keycloak=" + address, "--catalog=" + address);

    assertThat(terminal.exitCode()).isEqualTo(3);
    assertThat(terminal.out()).contains("ENTRA6535", "ENTRA6002", "ENTRA6505");
  }

  @Test
  void aRealmThatCannotSayWhatTheCatalogHasToBeToldIsAFindingBesideTheReason() {
    answers.put("/admin/realms/openmetadata/openmetadata/doctor", SICK);
    answers.remove("/admin/realms/openmetadata/openmetadata/catalog-config/settings-json");
    answers.put("/api/v1/system/version", "{\"version\":\"1.12.6\"}");

    Terminal terminal = run("--catalog=" + address);

    assertThat(terminal.exitCode()).isEqualTo(3);
    assertThat(terminal.out())
        .startsWith("error   ENTRA6002")
        .contains("ENTRA6534", "ENTRA6522")
        .doesNotContain("ENTRA6507", "ENTRA6519");
  }

  @Test
  void whatTheCatalogTellsEverybodyOfRightsIsCompared() {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        "{\"authenticationConfiguration\":"
            + CONFIGURATION
            + ",\"authorizerConfiguration\":{\"principalDomain\":\"contoso.com\"}}");
    answers.put("/api/v1/system/config/authorizer", "{\"principalDomain\":\"open-metadata.org\"}");

    assertThat(run("--catalog=" + address).out()).contains("ENTRA6515", "open-metadata.org");
  }

  private static Map<String, String> withToken(String token) {
    Map<String, String> environment = new HashMap<>(PERSON);
    environment.put("OPENMETADATA_TOKEN", token);
    return environment;
  }

  @Test
  void aCatalogThatSendsPeopleElsewhereIsFound() {
    redirects.put(
        "/api/v1/auth/login", "https://elsewhere.example/auth?client_id=x&prompt=consent");

    assertThat(run("--catalog=" + address).out())
        .contains("ENTRA6519", "https://elsewhere.example/auth", "ENTRA6520", "prompt=consent");
  }

  @Test
  void aCatalogThatUsesTheOtherClientIsFound() {
    answers.put("/api/v1/system/config/auth", CONFIGURATION.replace("confidential", "public"));

    assertThat(run("--catalog=" + address).out()).contains("ENTRA6504");
  }

  @Test
  void aCatalogOfAnotherVersionIsFound() {
    answers.put("/api/v1/system/version", "{\"version\":\"2.0.1\"}");

    assertThat(run("--catalog=" + address).out()).contains("ENTRA6514");
  }

  @Test
  void aCatalogThatIsTooOldIsFound() {
    answers.put("/api/v1/system/version", "{\"version\":\"1.3.4\"}");

    assertThat(run("--catalog=" + address).out()).contains("ENTRA6525", "1.3.4");
  }

  @Test
  void aCatalogThatIsNotThereIsFound() {
    assertThat(run("--catalog=http://localhost:1").out()).contains("ENTRA6501");
  }

  @Test
  void aCatalogWhoseAnswerHasNoEndIsFound() throws IOException {
    try (EndlessServer endless = new EndlessServer()) {
      assertThat(run("--catalog=" + endless.address()).out())
          .contains("ENTRA6501", "AnswerTooLarge");
    }
  }

  @Test
  void whatAClientIsCalledCannotCommandTheTerminal() throws IOException {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/doctor",
        SICK.replace("\"entra\"", "\"client \\u001b]0;x\\u0007 \u202E\""));

    assertThat(run().out())
        .contains("client \\u001B]0;x\\u0007 \\u202E\n")
        .doesNotContain("\u001b", "\u202E");
    Terminal json = run("--json");
    assertThat(json.out()).doesNotContain("\u202E");
    assertThat(new ObjectMapper().readTree(json.out()).at("/findings/1/detail").asText())
        .isEqualTo("client \u001b]0;x\u0007 \u202E");
  }

  @Test
  void theVersionThatACatalogTellsCannotCommandTheTerminal() {
    answers.put("/api/v1/system/version", "{\"version\":\"1.3\\u001b[2J\"}");

    assertThat(run("--catalog=" + address).out())
        .contains("1.3\\u001B[2J")
        .doesNotContain("\u001b");
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
