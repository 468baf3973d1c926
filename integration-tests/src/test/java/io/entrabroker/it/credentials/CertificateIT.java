package io.entrabroker.it.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.Vault;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.keys.ClientCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;

/**
 * Certificates: where their keys may be, and how one follows the other without a failed sign-in.
 */
@CleanLog
class CertificateIT extends CredentialTest {

  private final ClientCertificate first = ClientCertificate.create("first");
  private final ClientCertificate second = ClientCertificate.create("second");

  @Test
  void aKeyOfTheRealmSignsInByTheNameOfItsProvider() {
    registerInEntra(first);
    realmKey("entra-login", first, -10);
    trialWith("clientSecret", "none", "credential", "certificate", "signingKey", "entra-login");

    aSignInSucceeds();

    assertThat(onlyHeader().get("alg").asText()).isEqualTo("PS256");
    assertThat(onlyHeader().get("x5t#S256").asText()).isNotEmpty();
    assertThat(Json.claims(onlyAssertion()).get("iss").asText()).isEqualTo(APP);
    assertThat(Json.claims(onlyAssertion()).get("aud").asText())
        .isEqualTo(stack.authority() + "/oauth2/v2.0/token");
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void aKeyOfTheRealmSignsInByItsId() {
    registerInEntra(first);
    realmKey("some-name", first, -10);
    trialWith("clientSecret", "none", "credential", "certificate", "signingKey", lastKeyId());

    aSignInSucceeds();

    assertThat(onlyAssertion()).isNotEmpty();
  }

  @Test
  void aPemFileSignsIn() {
    registerInEntra(first);
    trialWithFile(file("first.pem", pem(first)));

    aSignInSucceeds();

    assertThat(onlyHeader().get("x5t#S256").asText()).isNotEmpty();
  }

  @Test
  void aPkcs12FileSignsInWithItsPasswordInTheVault() throws Exception {
    registerInEntra(first);
    trialWithFile(
        file("first.p12", pkcs12(first)), "certificatePassword", "${vault.entra-certificate}");

    aSignInSucceeds();

    assertThat(onlyHeader().get("x5t#S256").asText()).isNotEmpty();
  }

  @Test
  void rs256CanBeAskedFor() {
    registerInEntra(first);
    trialWithFile(file("first.pem", pem(first)), "assertionAlgorithm", "rs256");

    aSignInSucceeds();

    assertThat(onlyHeader().get("alg").asText()).isEqualTo("RS256");
    assertThat(onlyHeader().get("x5t").asText()).isNotEmpty();
    assertThat(onlyHeader().has("x5t#S256")).isFalse();
  }

  @Test
  void oneSecretFollowsAnotherWithoutAFailedSignIn() {
    entra(CredentialChange.addSecret(APP, "the-old-secret"));
    trialWith("clientSecret", "the-old-secret");
    aSignInSucceeds();

    entra(CredentialChange.addSecret(APP, "the-new-secret"));
    aSignInSucceeds();
    changeTrial("clientSecret", "the-new-secret");
    aSignInSucceeds();
    entra(CredentialChange.removeSecret(APP, "the-old-secret"));
    aSignInSucceeds();

    assertThat(tokenRequests().get(0).parameter("client_secret")).contains("the-new-secret");
  }

  @Test
  void aCertificateFollowsASecretWithoutAFailedSignIn() {
    entra(CredentialChange.addSecret(APP, "the-old-secret"));
    trialWith("clientSecret", "the-old-secret");
    aSignInSucceeds();

    registerInEntra(first);
    Path file = file("first.pem", pem(first));
    changeTrial(
        "clientSecret", "none", "credential", "certificate", "certificateFile", file.toString());
    aSignInSucceeds();
    entra(CredentialChange.removeSecret(APP, "the-old-secret"));
    aSignInSucceeds();

    assertThat(onlyAssertion()).isNotEmpty();
    assertThat(upstreams.stored(TRIAL)).containsEntry("clientSecret", "**********");
  }

  @Test
  void oneFileFollowsAnotherWithoutAFailedSignInOrARestart() {
    registerInEntra(first);
    trialWithFile(file("changing.pem", pem(first)));
    aSignInSucceeds();
    String before = onlyHeader().get("x5t#S256").asText();

    registerInEntra(second);
    aSignInSucceeds();
    file("changing.pem", pem(second));
    aSignInSucceeds();
    entra(CredentialChange.removeCertificate(APP, first.certificate()));
    aSignInSucceeds();

    assertThat(onlyHeader().get("x5t#S256").asText()).isNotEqualTo(before);
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void aFileThatChangedBeforeEntraKnewItDoesNotStopSignInsAndIsTold() {
    registerInEntra(first);
    trialWithFile(file("renewed.pem", pem(first)));
    aSignInSucceeds();

    file("renewed.pem", pem(second));
    aSignInSucceeds();
    assertThat(tokenRequests()).hasSize(2);
    assertThat(realm.findings()).containsExactly("ENTRA5302");
    assertThat(logged("ENTRA5302")).hasSize(1);

    registerInEntra(second);
    entra(CredentialChange.removeCertificate(APP, first.certificate()));
    aSignInSucceeds();
    assertThat(tokenRequests()).hasSize(1);
  }

  @Test
  void oneKeyOfTheRealmFollowsAnotherEvenBeforeEntraKnowsIt() {
    registerInEntra(first);
    realmKey("entra-login", first, -10);
    trialWith("clientSecret", "none", "credential", "certificate", "signingKey", "entra-login");
    aSignInSucceeds();

    realmKey("entra-login", second, -5);
    aSignInSucceeds();
    assertThat(tokenRequests()).hasSize(2);
    assertThat(realm.findings()).containsExactly("ENTRA5302");

    registerInEntra(second);
    aSignInSucceeds();
    assertThat(tokenRequests()).hasSize(1);
  }

  @Test
  void aPinnedKeyStaysWhateverElseTheRealmGets() {
    registerInEntra(first);
    realmKey("entra-login", first, -10);
    trialWith("clientSecret", "none", "credential", "certificate", "signingKey", lastKeyId());

    realmKey("entra-login", second, -5);
    aSignInSucceeds();

    assertThat(tokenRequests()).hasSize(1);
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void aCertificateThatEntraDoesNotKnowIsExplained() {
    trialWithFile(file("unknown.pem", pem(first)));

    assertRefused(someone, "ENTRA2202");

    assertThat(microsoftError("ENTRA2202")).isEqualTo("AADSTS700027");
  }

  @Test
  void theEndOfACertificateIsToldOnceADayAndOnSaving() {
    ClientCertificate ending =
        ClientCertificate.create(
            "ending",
            Instant.now().minus(Duration.ofDays(30)),
            Instant.now().plus(Duration.ofDays(10)));
    registerInEntra(ending);
    trialWithFile(file("ending.pem", pem(ending)));
    assertThat(logged("ENTRA5301")).hasSize(1);

    aSignInSucceeds();
    aSignInSucceeds();

    assertThat(realm.findings()).containsExactly("ENTRA5301");
    assertThat(logged("ENTRA5301")).hasSize(2);
  }

  @Test
  void whatTheDoctorSeesOfACertificateIsNotKeptFromTheLog() {
    int onSaving = trialWithAnEndingCertificate("ending-for-the-doctor");

    JsonNode told = stack.admin().get("/openmetadata/openmetadata/doctor");
    aSignInSucceeds();

    assertThat(told.get("findings").findValuesAsText("id")).contains("ENTRA6011");

    assertThat(logged("ENTRA5301")).hasSize(onSaving + 1);
  }

  @Test
  void whatAPreviewSeesOfACertificateIsNotKeptFromTheLog() {
    int onSaving = trialWithAnEndingCertificate("ending-for-a-preview");

    try (Person person = Person.with(stack)) {
      JsonNode asked =
          stack.admin().post("/openmetadata/openmetadata/preview", Map.of("alias", TRIAL)).body();
      Page microsoft = person.open(asked.get("link").asText());
      Page shown = person.choosesAccount(Person.html(microsoft), someone.name());
      assertThat(Person.html(shown).asNormalizedText()).contains("ENTRA5301");
    }
    aSignInSucceeds();

    assertThat(logged("ENTRA5301")).hasSize(onSaving + 1);
  }

  /** Gives how often the log has said so by then. */
  private int trialWithAnEndingCertificate(String name) {
    ClientCertificate ending =
        ClientCertificate.create(
            name,
            Instant.now().minus(Duration.ofDays(30)),
            Instant.now().plus(Duration.ofDays(11)));
    registerInEntra(ending);
    trialWithFile(file(name + ".pem", pem(ending)));
    return logged("ENTRA5301").size();
  }

  @Test
  void aFileThatIsGoneIsExplainedAndNothingIsSent() throws IOException {
    registerInEntra(first);
    Path file = file("gone.pem", pem(first));
    trialWithFile(file);
    Files.delete(file);
    stack.simulator().clearRequests();

    assertRefused(someone, "ENTRA1101");

    assertThat(tokenRequests()).isEmpty();
    assertThat(logged("does not exist on this server")).hasSize(1);
  }

  private void registerInEntra(ClientCertificate certificate) {
    entra(CredentialChange.addCertificate(APP, certificate.certificate()));
  }

  private void trialWithFile(Path file, String... more) {
    upstreams.postWithMappers(
        TRIAL,
        Upstreams.with(
            Upstreams.with(
                upstreams.web(),
                "clientSecret",
                "none",
                "credential",
                "certificate",
                "certificateFile",
                file.toString()),
            more));
  }

  private static byte[] pkcs12(ClientCertificate key) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = Vault.PASSWORD.toCharArray();
    store.setKeyEntry("entra", key.privateKey(), password, new Certificate[] {key.certificate()});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password);
    return out.toByteArray();
  }
}
