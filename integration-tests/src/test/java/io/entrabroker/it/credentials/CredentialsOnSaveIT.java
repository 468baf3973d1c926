package io.entrabroker.it.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.simulator.keys.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of credentials is refused on save, and with which sentence. */
@CleanLog
class CredentialsOnSaveIT extends CredentialTest {

  private final ClientCertificate key = ClientCertificate.create("on save");

  @Test
  void aFileOutsideTheAllowedFolderIsRefusedWhetherItExistsOrNot() {
    assertRefused("is not in a folder that this server allows", certificateFile("/etc/passwd"));
    assertRefused("is not in a folder that this server allows", certificateFile("/etc/no-such"));
    assertRefused("is not in a folder that this server allows", tokenFile("/etc/passwd"));
  }

  @Test
  void aPathThatClimbsOutIsRefused() {
    String path = stack.credentialFolder() + "/../../../etc/passwd";

    assertRefused("without '..'", certificateFile(path));
    assertRefused("without '..'", tokenFile(path));
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws IOException {
    Path outside = Files.createTempFile("outside", ".pem");
    Files.writeString(outside, pem(key));
    Path link = stack.credentialFolder().resolve("leads-out.pem");
    Files.deleteIfExists(link);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, outside);

    assertRefused("leads out of the folder", certificateFile(link.toString()));

    Files.delete(link);
    Files.delete(outside);
  }

  @Test
  void aFileThatIsNotThereOrTooLargeOrNoKeyIsRefused() {
    String missing = stack.credentialFolder().resolve("missing.pem").toString();

    assertRefused("does not exist on this server", certificateFile(missing));
    assertRefused(
        "larger than 65536 bytes",
        certificateFile(file("large.pem", "x".repeat(70_000)).toString()));
    assertRefused("neither PEM nor PKCS#12", certificateFile(file("text.pem", "hello").toString()));
    assertRefused(
        "larger than 16384 bytes", tokenFile(file("large-token", "x".repeat(20_000)).toString()));
    assertRefused(
        "does not hold one signed token", tokenFile(file("no-token", "hello").toString()));
  }

  @Test
  void aCertificateOfAnotherKeyIsRefused() {
    ClientCertificate other = ClientCertificate.create("other");
    Path file = file("mixed.pem", key.privateKeyPem() + other.certificatePem());

    assertRefused(
        "No certificate there belongs to the private key", certificateFile(file.toString()));
  }

  @Test
  void aPasswordInTheConfigurationIsRefusedAndNotRepeated() {
    AdminAnswer answer =
        assertRefused(
            "Write a vault reference",
            Upstreams.with(
                certificateFile(file("key.pem", pem(key)).toString()),
                "certificatePassword",
                "hunter2-hunter2"));

    assertThat(answer.errorMessage()).doesNotContain("hunter2");
  }

  @Test
  void anUnknownPasswordInTheVaultIsRefused() {
    assertRefused(
        "The vault has no password under ${vault.no-such}",
        Upstreams.with(
            certificateFile(file("key.pem", pem(key)).toString()),
            "certificatePassword",
            "${vault.no-such}"));
  }

  @Test
  void aPastedKeyIsRefusedInWhateverSettingAndNotRepeated() {
    for (String setting :
        List.of("clientSecret", "signingKey", "certificateFile", "mailDomains", "authority")) {
      AdminAnswer answer =
          assertRefused(
              "holds a key or a certificate", Upstreams.with(certificate(), setting, pem(key)));

      assertThat(answer.errorMessage()).doesNotContain("BEGIN", "MII");
    }
  }

  @Test
  void aKeyThatTheRealmDoesNotHaveIsRefused() {
    assertRefused(
        "with the id 'no-such-key'", Upstreams.with(certificate(), "signingKey", "no-such-key"));
    assertRefused(
        "with the id 'no-such-key'",
        Upstreams.with(base("keycloak-signed"), "signingKey", "no-such-key"));
  }

  @Test
  void aKeyOfTheRealmThatIsNotRsaIsRefused() {
    JsonNode hmac = null;
    for (JsonNode one : stack.admin().get("/openmetadata/keys").get("keys")) {
      hmac = one.path("type").asText().equals("OCT") ? one : hmac;
    }
    assertThat(hmac).isNotNull();

    assertRefused(
        "no enabled RSA key for signatures",
        Upstreams.with(certificate(), "signingKey", hmac.get("kid").asText()));
  }

  @Test
  void aSecretBesideAnotherCredentialIsRefused() {
    assertRefused(
        "replace the client secret by none",
        Upstreams.with(base("keycloak-signed"), "clientSecret", stack.webSecret()));
  }

  @Test
  void aSinglePageApplicationWithACredentialIsRefused() {
    assertRefused(
        "A single-page application proves itself by its redirect URI alone",
        Upstreams.with(upstreams.spa(), "credential", "keycloak-signed"));
  }

  @Test
  void aProviderThatIsOffMayWaitForItsFile() {
    Map<String, Object> provider =
        Map.of(
            "alias",
            TRIAL,
            "providerId",
            "entra",
            "enabled",
            false,
            "config",
            certificateFile(stack.credentialFolder().resolve("later.pem").toString()));

    assertThat(
            stack
                .admin()
                .send("POST", "/openmetadata/identity-provider/instances", provider)
                .isSuccess())
        .isTrue();
  }

  @Test
  void neitherTheAdminApiNorAnExportShowsAKey() {
    Path file = file("key.pem", pem(key));
    upstreams.post(TRIAL, "entra", certificateFile(file.toString()));

    assertThat(upstreams.stored(TRIAL))
        .containsEntry("certificateFile", file.toString())
        .allSatisfy((setting, value) -> assertThat(value).doesNotContain("BEGIN"));
    assertThat(
            stack
                .admin()
                .post("/openmetadata/partial-export?exportClients=true", Map.of())
                .body()
                .toString())
        .doesNotContain("BEGIN PRIVATE", key.privateKeyPem().substring(40, 80));
  }

  private Map<String, String> base(String credential) {
    return Upstreams.with(upstreams.web(), "clientSecret", "none", "credential", credential);
  }

  private Map<String, String> certificate() {
    return base("certificate");
  }

  private Map<String, String> certificateFile(String path) {
    return Upstreams.with(certificate(), "certificateFile", path);
  }

  private Map<String, String> tokenFile(String path) {
    return Upstreams.with(base("token-file"), "tokenFile", path);
  }

  private AdminAnswer assertRefused(String sentence, Map<String, String> config) {
    AdminAnswer answer = upstreams.tryPost(TRIAL, "entra", config);
    assertThat(answer.status()).as(answer.errorMessage()).isEqualTo(400);
    assertThat(answer.errorMessage()).contains(sentence);
    return answer;
  }
}
