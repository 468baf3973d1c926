package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogApplyCommandTest extends PretendedServers {

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
        .contains(
            "NOT undone",
            "--undo " + here + " --rollback-file " + folder.resolve("rollback"),
            "remove-security-config")
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

    assertThat(undo(file).err()).contains("is no file that");
    assertThat(undo(folder.resolve("none")).err()).contains("cannot be read");
    assertThat(undo(Path.of("")).err()).contains("--rollback-file");
    assertThat(run("t", "--undo=" + file).err()).contains("write one such as https://");
  }

  private Terminal undo(Path file) {
    return Terminal.run(
        environment("t"), "catalog-config", "--undo=" + here, "--rollback-file=" + file);
  }

  @Test
  void theTokenIsNotSentToWhereAFileSays() throws IOException {
    String text = settings("Old", "s3cret").replace('\'', '"');
    Path stranger =
        Files.writeString(
            folder.resolve("stranger"),
            "{\"catalog\":\""
                + here.replace("localhost", "127.0.0.1")
                + "\",\"settings\":"
                + text
                + "}");
    Path own =
        Files.writeString(
            folder.resolve("own"), "{\"catalog\":\"" + here + "/\",\"settings\":" + text + "}");
    isStoring = true;

    Terminal refused = undo(stranger);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("is of the catalog at http://127.0.0.1", "not of " + here, "nothing was sent");
    assertThat(requests).isEmpty();
    assertThat(undo(own).out()).contains("has the settings of before again");
    assertThat(written).hasSize(1);
  }

  @Test
  void aDryRunOfNothingIsAMistake() {
    assertThat(run("t", "--format=docker-env", "--dry-run").err()).contains("goes with --apply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--apply", "--reconcile", "--undo"})
  void noTokenIsSentInTheOpen(String mode) {
    Terminal refused = run("t", mode + "=" + Elsewhere.of(here));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("would travel unencrypted to [::ffff:127.0.0.1]", "--insecure-http");
    assertThat(requests).isEmpty();
  }

  @Test
  void whoeverKnowsTheNetworkMaySendItNevertheless() {
    assertThat(run("t", "--apply=" + Elsewhere.of(here), "--insecure-http", "--dry-run").err())
        .isEmpty();
    assertThat(requests).contains(CONFIG);
  }

  @Test
  void whatIsNoTokenIsNotRepeated() {
    Terminal refused = run("line\nline", "--apply=" + here);

    assertThat(refused.err()).contains("OPENMETADATA_TOKEN is no token").doesNotContain("line\n");
    assertThat(requests).isEmpty();
  }

  @Test
  void whatTheCatalogSaysCannotCommandTheTerminal() {
    answers.put(
        "/api/v1/system/security/validate",
        "{'status':'failed','results':[{'component':'oidc','status':'failed',"
            + "'message':'\\u001b[2JNo \u202Ekeys.'}]}");
    assertThat(apply().out()).contains("oidc: \\u001B[2JNo \\u202Ekeys.");

    answers.put(CONFIG, settings("Old\u009b31m", "*********"));
    assertThat(apply("--dry-run").out()).contains("\"Old\\u009B31m\" becomes");
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
