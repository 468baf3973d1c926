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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalog and a Keycloak that answer what a test says, for what no healthy ones answer. */
class CatalogApplyCommandTest {

  private static final String CONFIG = "/api/v1/system/security/config";
  private static final String SETTINGS =
      "{'authenticationConfiguration':{'provider':'custom-oidc','clientType':'confidential',"
          + "'authority':'REALM','providerName':'NAME','oidcConfiguration':{'id':'openmetadata-web',"
          + "'secret':'SECRET','discoveryUri':'REALM/d','callbackUrl':'HERE/callback',"
          + "'serverUrl':'HERE','responseType':'code','scope':'openid'}},"
          + "'authorizerConfiguration':{'adminPrincipals':['ada']}}";

  private final Map<String, String> answers = new HashMap<>();

  /** Statuses of writing, one after the other; then 200. */
  private final Deque<Integer> writes = new ArrayDeque<>();

  private final List<String> written = new ArrayList<>();
  private HttpServer server;
  private String here;

  @TempDir private Path folder;

  @BeforeEach
  void bothAnswer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    here = "http://localhost:" + server.getAddress().getPort();
    answers.put("/realms/master/protocol/openid-connect/token", "{'access_token':'t'}");
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        settings("Microsoft", "s3cret"));
    answers.put("/admin/realms/openmetadata/identity-provider/instances", "[]");
    answers.put("/admin/realms/openmetadata/client-scopes", "[]");
    answers.put("/api/v1/system/version", "{'version':'1.13.1'}");
    answers.put(CONFIG, settings("Old", "*********"));
    answers.put("/api/v1/system/security/validate", "{'status':'success'}");
    answers.put("/api/v1/teams", "{'data':[]}");
    answers.put("/api/v1/roles", "{'data':[{'name':'DataConsumer'}]}");
    answers.put("/api/v1/system/config/auth", "{'provider':'custom-oidc','providerName':'Old'}");
  }

  private String settings(String name, String secret) {
    return SETTINGS
        .replace("NAME", name)
        .replace("REALM", here + "/realms/openmetadata")
        .replace("HERE", here)
        .replace("SECRET", secret);
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isWrite = exchange.getRequestMethod().equals("PUT");
    int status = 200;
    if (isWrite) {
      written.add(body);
      status = writes.isEmpty() ? 200 : writes.remove();
    }
    String path = exchange.getRequestURI().getPath();
    byte[] answer =
        answers.getOrDefault(path, "").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        answer.length == 0 ? 404 : status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Terminal apply(String... options) {
    return run("opaque", "--apply=" + here, options);
  }

  private Terminal run(String token, String mode, String... options) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "catalog-config",
                "--keycloak=" + here,
                mode,
                "--rollback-file=" + folder.resolve("rollback")));
    args.addAll(List.of(options));
    Terminal terminal =
        Terminal.run(
            Map.of(
                "KEYCLOAK_ADMIN_USERNAME", "ada",
                "KEYCLOAK_ADMIN_PASSWORD", "p",
                "OPENMETADATA_TOKEN", token),
            args.toArray(String[]::new));
    assertThat(terminal.out() + terminal.err()).doesNotContain("s3cret");
    return terminal;
  }

  @Test
  void whatTheCatalogRefusesToStoreLeavesNothingBehind() {
    writes.add(400);

    Terminal terminal = apply();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out()).contains("refused the new settings (400)", "Nothing was changed.");
    assertThat(written).hasSize(1);
    assertThat(folder.resolve("rollback")).doesNotExist();
  }

  @Test
  void whatIsNotProvedIsWrittenBackWithTheSecretAndNotWithTheMask() {
    Terminal terminal = apply();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out()).contains("Failed: The catalog has not taken", "Undone:");
    assertThat(written).hasSize(2);
    assertThat(written.get(0)).contains("Microsoft", "s3cret").doesNotContain("***");
    assertThat(written.get(1)).contains("Old", "s3cret").doesNotContain("***");
    assertThat(folder.resolve("rollback")).doesNotExist();
  }

  @Test
  void whereEvenUndoingFailsTheFileStaysAndSaysHowToGoOn() throws IOException {
    writes.addAll(List.of(200, 500));

    Terminal terminal = apply();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out())
        .contains("NOT undone", "--undo " + folder.resolve("rollback"), "remove-security-config")
        .doesNotContain("Undone:");
    assertThat(Files.readString(folder.resolve("rollback"))).contains("Old", "s3cret");
  }

  @Test
  void aRollbackFileIsNeverOverwritten() throws IOException {
    Files.writeString(folder.resolve("rollback"), "my only way back");

    Terminal terminal = apply();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("may be the way back from an earlier change");
    assertThat(written).isEmpty();
    assertThat(folder.resolve("rollback")).hasContent("my only way back");
  }

  @Test
  void aTokenThatTheChangeWouldInvalidateChangesNothing() {
    answers.put("/api/v1/system/config/jwks", "{'keys':[{'kid':'own'}]}");
    answers.put("/realms/openmetadata/protocol/openid-connect/certs", "{'keys':[{'kid':'r'}]}");

    Terminal terminal = run(token("another"), "--apply=" + here);

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("nothing could be undone with it");
    assertThat(written).isEmpty();
    assertThat(run(token("own"), "--apply=" + here).out()).contains("validator has nothing");
  }

  private static String token(String keyId) {
    String header = "{\"kid\":\"" + keyId + "\"}";
    return Base64.getUrlEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + ".e30.c2ln";
  }

  @Test
  void aValidatorThatSaysNothingClearSaysNo() {
    answers.put("/api/v1/system/security/validate", "{'status':'maybe'}");

    Terminal terminal = apply();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out())
        .contains("refuses the new settings", "maybe", "Nothing was changed.");
    assertThat(written).isEmpty();
  }

  @Test
  void aDryRunOnlyReads() {
    Terminal terminal = apply("--dry-run");

    assertThat(terminal.exitCode()).isEqualTo(3);
    assertThat(terminal.out())
        .contains("providerName: \"Old\" becomes \"Microsoft\"", "Nothing was changed.");
    assertThat(written).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theReleaseIsTheCatalogsOwn() {
    assertThat(apply("--catalog-version=1.12.0").err())
        .contains("OpenMetadata 1.13.1: leave --catalog-version out");
    answers.put("/api/v1/system/version", "{'version':'1.9.17-SNAPSHOT'}");
    assertThat(apply().err()).contains("OpenMetadata 1.9.17", "--format docker-env");
    answers.remove("/api/v1/system/version");
    assertThat(apply().err()).contains("does not say which release it is");
    assertThat(written).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://catalog", "catalog", "/etc/passwd"})
  void whatIsNoAddressIsSaidSo(String url) {
    assertThat(run("t", "--apply=" + url).err()).contains("write one such as https://");
  }

  @Test
  void withoutATokenItIsSaidHowToGiveOne() {
    assertThat(run("", "--apply=" + here).err()).contains("OPENMETADATA_TOKEN", "--token-file");
    assertThat(run("t", "--apply=" + here, "--token-file=" + folder.resolve("none")).err())
        .contains("cannot be read");
  }

  @Test
  void aFileThatIsNoRollbackFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("other"), "{}");

    assertThat(run("t", "--undo=" + file).err()).contains("is no file that");
    assertThat(run("t", "--undo=" + folder.resolve("none")).err()).contains("cannot be read");
  }

  @Test
  void aDryRunOfNothingIsAMistake() {
    assertThat(run("t", "--format=docker-env", "--dry-run").err()).contains("goes with --apply");
  }

  @Test
  void whoeverSendsATokenInTheOpenIsWarned() {
    assertThat(run("t", "--apply=http://catalog.invalid").err()).contains("travel unencrypted");
    assertThat(apply().err()).isEmpty();
  }

  @Test
  void onlyOneThingAtATime() {
    assertThat(run("t", "--apply=" + here, "--reconcile=" + here).exitCode()).isEqualTo(2);
  }

  @Test
  void aRealmThatDoesNotTellTheSecretIsNoSourceOfSettings() {
    answers.put(
        "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json",
        settings("Microsoft", "PUT-THE-CLIENT-SECRET-HERE"));

    assertThat(apply().err()).contains("client has no secret");
    assertThat(written).isEmpty();
  }
}
