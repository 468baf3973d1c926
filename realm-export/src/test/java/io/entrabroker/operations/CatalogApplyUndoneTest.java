package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.catalog.CatalogApi;
import io.entrabroker.operations.catalog.SignInProof;
import io.entrabroker.operations.keycloak.AdminApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** However the proof of the sign-in ends, nothing that is not proved stays. */
@Timeout(120)
class CatalogApplyUndoneTest extends PretendedServers {
  private static final String TOLD = "/api/v1/system/config/auth";
  private static final String LOGIN = "/api/v1/auth/login";
  private static final String EXPORT =
      "/admin/realms/openmetadata/openmetadata/catalog-config/settings-json";

  @BeforeEach
  void aCatalogThatTakesEverything() {
    isStoring = true;
    answers.put(TOLD, "{'provider':'custom-oidc'}");
    redirects.put(
        LOGIN,
        here
            + "/realms/openmetadata/protocol/openid-connect/auth?client_id=openmetadata-web"
            + "&redirect_uri="
            + here
            + "/callback&response_type=code&scope=openid");
    answers.put("/realms/openmetadata/protocol/openid-connect/auth", "{}");
  }

  private void assertUndone(Terminal terminal) {
    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out()).contains("Undone: the catalog has the settings of before again.");
    assertUndone();
  }

  private void assertUndone() {
    assertThat(written).hasSize(2);
    assertThat(written.get(0)).contains("Microsoft");
    assertThat(written.get(1)).contains("Old");
    assertThat(folder.resolve("rollback")).doesNotExist();
  }

  @Test
  void whatIsProvedStays() {
    Terminal terminal = apply();

    assertThat(terminal.exitCode()).as(terminal.out() + terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("Undo it with: bin/catalog-config --undo " + here + " --rollback-file ");
    assertThat(written).hasSize(1);
    assertThat(folder.resolve("rollback")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'authority':'',",
        "'authority':'localhost/realms/openmetadata',",
        "'authority':'http://sso contoso',",
        "'authority':'ftp://sso.contoso.com',"
      })
  void aPageThatLeadsToNoAddressIsUndone(String authority) {
    String told = "{'provider':'custom-oidc'," + authority + "'clientId':'openmetadata-spa'}";
    answers.put(TOLD, told);
    for (String place : new String[] {CONFIG, EXPORT}) {
      answers.put(place, answers.getOrDefault(place, "").replace("confidential", "public"));
    }

    Terminal terminal = apply();

    assertThat(terminal.out()).contains("Failed: The catalog tells browsers to sign in at '");
    assertUndone(terminal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sso/auth?a=b|c", "http://sso/auth?client_id=%zz", "http:///auth"})
  void aSignInThatLeadsToNoAddressIsUndone(String location) {
    redirects.put(LOGIN, location);

    Terminal terminal = apply();

    assertThat(terminal.out())
        .contains("Failed: The catalog's sign-in leads to 'http://")
        .contains("which is no address to open.");
    assertUndone(terminal);
  }

  @Test
  void anUnforeseenExceptionInTheProofIsUndone() {
    assertUndoneBy(
        address -> {
          throw new IllegalStateException("unforeseen");
        });
  }

  @Test
  void anErrorInTheProofIsUndone() {
    assertUndoneBy(
        address -> {
          throw new AssertionError("unforeseen");
        });
  }

  private void assertUndoneBy(SignInProof.Realm realm) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    CatalogOptions options =
        CommandLine.populateCommand(
            new CatalogOptions(), "--rollback-file=" + folder.resolve("rollback"));
    CatalogApply apply =
        new CatalogApply(
            new RunningCatalog(new CatalogApi(URI.create(here), "t")),
            new RealmSide(new AdminApi(URI.create(here), "ada", "p"), "openmetadata"),
            options,
            Surroundings.of(environment("t"), writer, writer),
            realm);

    assertThatThrownBy(() -> apply.run(new ExportOptions())).hasMessage("unforeseen");
    assertThat(out.toString()).contains("Undone: the catalog has the settings of before again.");
    assertUndone();
  }

  @Test
  void whoeverIsInterruptedInTheProofUndoesNevertheless() {
    Thread me = Thread.currentThread();
    before.put(TOLD, me::interrupt);

    Terminal terminal = apply();

    assertThat(Thread.interrupted()).isTrue();
    assertUndone(terminal);
  }

  @Test
  void whoeverIsStoppedInTheProofUndoesNevertheless() throws Exception {
    CountDownLatch isProving = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    before.put(
        TOLD,
        () -> {
          isProving.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Process command = started();

    isProving.await();
    command.toHandle().destroy();
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(command.waitFor()).isNotZero();
    end.countDown();
    assertThat(said)
        .contains("Stopped: what has not been proved is being undone")
        .contains("Undone: the catalog has the settings of before again.");
    assertUndone();
  }

  private Process started() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Commands.class.getName(),
                "catalog-config",
                "--keycloak=" + here,
                "--apply=" + here,
                "--rollback-file=" + folder.resolve("rollback"))
            .redirectErrorStream(true);
    builder.environment().putAll(environment("t"));
    return builder.start();
  }

  @Test
  void aPersonsTokenThatIsNoneIsFoundBeforeAnythingIsWritten() {
    variables.put("OPENMETADATA_PERSON_TOKEN", "line\nline");

    Terminal terminal = apply();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err())
        .contains("OPENMETADATA_PERSON_TOKEN is no token")
        .doesNotContain("line\n");
    assertThat(written).isEmpty();
    variables.clear();
    assertThat(apply("--person-token-file=" + folder.resolve("none")).err())
        .contains("cannot be read");
    assertThat(written).isEmpty();
  }
}
