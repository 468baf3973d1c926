package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogConfigCommandTest {

  private static final Map<String, String> PERSON =
      Map.of("KEYCLOAK_ADMIN_USERNAME", "ada", "KEYCLOAK_ADMIN_PASSWORD", "p&ss");
  private static final String FILE = "# for OpenMetadata\nOIDC_CLIENT_SECRET=s3cret\n";

  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private String keycloak;

  @TempDir private Path folder;

  @BeforeEach
  void aKeycloak() throws IOException {
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
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
    boolean isToken = exchange.getRequestURI().getPath().endsWith("/token");
    if (exchange.getRequestURI().toString().contains("settings-json")) {
      byte[] odd = "{\"providerName\":\"a\u202Eb\"}\n".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, odd.length);
      exchange.getResponseBody().write(odd);
      exchange.close();
      return;
    }
    boolean isRefused = exchange.getRequestURI().toString().contains("release=1.7");
    byte[] answer =
        (isToken
                ? "{\"access_token\":\"t\"}"
                : isRefused ? "{\"errorMessage\":\"1.7.0 is too old\"}" : FILE)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(isRefused ? 400 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void whatKeycloakWroteIsPrintedLetterByLetter() {
    Terminal terminal = run(PERSON);

    assertThat(terminal).isEqualTo(new Terminal(0, FILE, ""));
    assertThat(requests.get(1))
        .isEqualTo("/admin/realms/openmetadata/openmetadata/catalog-config/docker-env");
  }

  @Test
  void whatATerminalWouldObeyIsPrintedVisiblyAndNeverUnsaid() throws IOException {
    Terminal printed = run(PERSON, "--format=settings-json");
    assertThat(printed.out()).isEqualTo("{\"providerName\":\"a\\u202Eb\"}\n");
    assertThat(printed.err()).contains("written \\uXXXX here", "--output");

    Path file = folder.resolve("settings.json");
    run(PERSON, "--format=settings-json", "--output=" + file);
    assertThat(file).hasContent("{\"providerName\":\"a\u202Eb\"}");
  }

  @Test
  void everyOptionReachesKeycloak() {
    run(
        PERSON,
        "--realm=my realm",
        "--format=helm-values",
        "--catalog-version=1.13.1",
        "--flow=public",
        "--catalog-url=https://catalog.contoso.com",
        "--principal-domain=contoso.com",
        "--admins=ada@contoso.com,grace@contoso.com");

    assertThat(requests.get(1))
        .isEqualTo(
            "/admin/realms/my%20realm/openmetadata/catalog-config/helm-values?flow=public"
                + "&release=1.13.1&url=https%3A%2F%2Fcatalog.contoso.com"
                + "&principal-domain=contoso.com"
                + "&admins=ada%40contoso.com%2Cgrace%40contoso.com");
  }

  @Test
  void aFileWithTheSecretIsItsOwnersAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("catalog.env"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    Terminal terminal = run(PERSON, "--with-secret", "--output=" + file);

    assertThat(terminal.exitCode()).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err())
        .contains("Wrote " + file, "with the secret")
        .doesNotContain("s3cret");
    assertThat(file).hasContent(FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(requests.get(1)).endsWith("?secret=include");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void theSecretIsNotPrinted() {
    Terminal terminal = run(PERSON, "--with-secret");

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("needs --output");
    assertThat(requests).isEmpty();
  }

  @Test
  void aServiceAccountAsksInItsOwnRealm() {
    run(
        Map.of(
            "KEYCLOAK_ADMIN_CLIENT_ID", "ci",
            "KEYCLOAK_ADMIN_CLIENT_SECRET", "x",
            "KEYCLOAK_ADMIN_CLIENT_REALM", "openmetadata"));

    assertThat(requests.get(0))
        .startsWith("/realms/openmetadata/protocol/openid-connect/token ")
        .contains("grant_type=client_credentials", "client_id=ci", "client_secret=x");
  }

  @Test
  void withoutCredentialsTheVariablesAreNamed() {
    Terminal terminal = run(Map.of());

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("KEYCLOAK_ADMIN_USERNAME", "KEYCLOAK_ADMIN_CLIENT_ID");
  }

  @Test
  void whatKeycloakRefusesIsRepeatedInItsWords() {
    Terminal terminal = run(PERSON, "--catalog-version=1.7");

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("1.7.0 is too old").doesNotContain("p&ss");
  }

  @Test
  void aKeycloakThatIsNotThereIsSaidSo() {
    server.stop(0);

    assertThat(run(PERSON).err()).contains("Keycloak does not answer");
  }

  @Test
  void anUnknownOptionIsAMistakeOfWhoeverTyped() {
    Terminal terminal = run(PERSON, "--formt=x");

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).contains("--formt=x", "bin/catalog-config --help");
  }

  @Test
  void helpNamesEveryFormat() {
    assertThat(run(PERSON, "--help").out())
        .contains("docker-env", "openmetadata-yaml", "helm-values", "helm-secret")
        .contains("settings-json", "ingestion-yaml", "collate-sheet");
  }

  private Terminal run(Map<String, String> environment, String... options) {
    List<String> args = new ArrayList<>(List.of("catalog-config", "--keycloak=" + keycloak + "/"));
    args.addAll(List.of(options));
    return Terminal.run(environment, args.toArray(String[]::new));
  }
}
