package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options and refusals; what the command does to a realm is tested on a real Keycloak. */
class RealmApplyCommandTest {
  private static final Map<String, String> PERSON =
      Map.of("KEYCLOAK_ADMIN_USERNAME", "ada", "KEYCLOAK_ADMIN_PASSWORD", "p&ss");

  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private String keycloak;

  @BeforeEach
  void aKeycloakWithoutTheRealm() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    keycloak = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    boolean isToken = exchange.getRequestURI().getPath().endsWith("/token");
    boolean isForbidden = exchange.getRequestURI().getPath().endsWith("/closed");
    byte[] answer =
        (isToken ? "{\"access_token\":\"t\"}" : "{\"error\":\"no\\u001b[2J\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(isToken ? 200 : isForbidden ? 403 : 404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void whereThereIsNoRealmTheImportIsNamedAndNothingIsSent() {
    Terminal terminal = run(PERSON, "--apply", "--realm=my realm");

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err())
        .contains("Keycloak has no realm my realm", "realm-export/README.md")
        .doesNotContain("p&ss");
    assertThat(requests)
        .containsExactly(
            "POST /realms/master/protocol/openid-connect/token", "GET /admin/realms/my%20realm");
  }

  @Test
  void whoeverMayNotSeeTheRealmIsToldKeycloaksAnswer() {
    assertThat(run(PERSON, "--realm=closed").err())
        .contains("Keycloak answered 403", "closed: no\\u001B[2J");
  }

  @Test
  void itEitherAppliesOrDoesNot() {
    Terminal terminal = run(PERSON, "--apply", "--dry-run");

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).contains("bin/realm-apply --help");
    assertThat(requests).isEmpty();
  }

  @Test
  void withoutCredentialsTheVariablesAreNamed() {
    Terminal terminal = run(Map.of());

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("KEYCLOAK_ADMIN_USERNAME", "KEYCLOAK_ADMIN_CLIENT_ID");
    assertThat(requests).isEmpty();
  }

  @Test
  void helpSaysWhatIsNeverTouchedAndWhatTheExitCodesMean() {
    assertThat(run(PERSON, "--help").out().replaceAll("\\s+", " "))
        .contains("Users, groups, and clients", "nothing is ever deleted", "3 if there is");
  }

  private Terminal run(Map<String, String> environment, String... options) {
    List<String> args = new ArrayList<>(List.of("realm-apply", "--keycloak=" + keycloak));
    args.addAll(List.of(options));
    return Terminal.run(environment, args.toArray(String[]::new));
  }
}
