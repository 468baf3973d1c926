package io.entrabroker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.clientauth.AssertionAlgorithm;
import io.entrabroker.clientauth.CertificateCredential;
import io.entrabroker.clientauth.CertificateLocation;
import io.entrabroker.clientauth.ClientCredential;
import io.entrabroker.clientauth.FederatedTokenFile;
import io.entrabroker.clientauth.KeycloakSignedAssertion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSettingsTest {

  private static final String PEM =
      "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----";

  @Test
  void aKeyOfTheRealmIsACertificate() {
    assertThat(credential("certificate", "signingKey", "entra-login"))
        .isEqualTo(
            new CertificateCredential(
                new CertificateLocation.Realm("entra-login"), AssertionAlgorithm.PS256, 30));
  }

  @Test
  void aFileIsACertificate() {
    assertThat(
            credential(
                "certificate",
                "certificateFile",
                "/run/entra.p12",
                "certificatePassword",
                "${vault.entra-certificate}",
                "assertionAlgorithm",
                "rs256",
                "expiryWarning",
                "7"))
        .isEqualTo(
            new CertificateCredential(
                new CertificateLocation.File("/run/entra.p12", "${vault.entra-certificate}"),
                AssertionAlgorithm.RS256,
                7));
  }

  @Test
  void aTokenFileMayBeTheOneOfTheEnvironment() {
    assertThat(credential("token-file")).isEqualTo(new FederatedTokenFile(""));
    assertThat(credential("token-file", "tokenFile", "/run/token"))
        .isEqualTo(new FederatedTokenFile("/run/token"));
  }

  @Test
  void theRealmsAssertionNeedsNothingElse() {
    assertThat(credential("keycloak-signed")).isEqualTo(new KeycloakSignedAssertion("", "", ""));
    assertThat(
            credential(
                "keycloak-signed",
                "signingKey",
                "kid",
                "assertionSubject",
                "subject",
                "assertionAudience",
                "api://x"))
        .isEqualTo(new KeycloakSignedAssertion("subject", "api://x", "kid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", ""})
  void noSecretIsNeededBesideAnotherCredential(String secret) {
    assertThat(Configs.problems("credential", "keycloak-signed", "clientSecret", secret)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certificate | signingKey | k",
        "token-file | tokenFile | /t",
        "keycloak-signed | assertionSubject | s"
      })
  void aSecretBesideAnotherCredentialIsRefused(String kind, String key, String value) {
    assertThat(Configs.problem(ConnectionSettings.CLIENT_SECRET, "credential", kind, key, value))
        .startsWith("With the credential " + kind + " no secret is sent")
        .contains("replace the client secret by none");
  }

  @Test
  void aCertificateNeedsAKeyOrAFileAndNotBoth() {
    assertThat(texts("credential", "certificate", "clientSecret", "none"))
        .singleElement()
        .asString()
        .startsWith("A certificate needs its private key");
    assertThat(
            Configs.problem(
                CredentialSettings.CERTIFICATE_FILE,
                "credential",
                "certificate",
                "clientSecret",
                "none",
                "signingKey",
                "k",
                "certificateFile",
                "/f"))
        .startsWith("The certificate is either a key of the realm or a file");
  }

  @Test
  void aPasswordIsForAFileOnly() {
    assertThat(
            Configs.problem(
                CredentialSettings.CERTIFICATE_PASSWORD,
                "credential",
                "certificate",
                "clientSecret",
                "none",
                "signingKey",
                "k",
                "certificatePassword",
                "${vault.x}"))
        .isEqualTo("A key of the realm needs no password: empty Certificate password.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate", "token-file", "keycloak-signed"})
  void aSinglePageApplicationTakesNoCredential(String kind) {
    assertThat(
            texts(
                "registration",
                "spa",
                "clientSecret",
                "none",
                "credential",
                kind,
                kind.equals("certificate") ? "signingKey" : "unused",
                "k"))
        .singleElement()
        .asString()
        .startsWith("A single-page application proves itself by its redirect URI alone");
  }

  @Test
  void theIdTokenFlowTakesNoCredential() {
    assertThat(
            Configs.problem(
                CredentialSettings.KIND,
                "flow",
                "id_token",
                "clientSecret",
                "none",
                "credential",
                "keycloak-signed"))
        .startsWith("The flow id_token makes no token request");
  }

  @ParameterizedTest
  @CsvSource({
    "secret, signingKey, k",
    "secret, certificateFile, /f",
    "secret, certificatePassword, ${vault.x}",
    "secret, tokenFile, /f",
    "secret, assertionSubject, s",
    "secret, assertionAudience, a",
    "token-file, signingKey, k",
    "token-file, assertionSubject, s",
    "keycloak-signed, certificateFile, /f",
    "keycloak-signed, tokenFile, /f"
  })
  void whatBelongsToAnotherCredentialIsRefused(String kind, String key, String value) {
    String secret = kind.equals("secret") ? "the-value" : "none";
    assertThat(texts("credential", kind, "clientSecret", secret, key, value))
        .singleElement()
        .asString()
        .contains("is not used with the credential " + kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relative.pem", "../key.pem", "/a/../b", "/a/..", "/a\u0000b", "~/key", "\\key"})
  void aPathIsAbsoluteAndClimbsNowhere(String path) {
    for (String setting : List.of("certificateFile", "tokenFile")) {
      assertThat(texts("credential", "certificate", "clientSecret", "none", setting, path))
          .anySatisfy(text -> assertThat(text).contains("without '..'"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hunter2", "${vault.}", "${env.X}", "${vault.a}${vault.b}", "${vault.a b}"})
  void aPasswordIsAVaultReferenceAndNeverRepeated(String password) {
    assertThat(
            texts(
                "credential",
                "certificate",
                "clientSecret",
                "none",
                "certificateFile",
                "/f",
                "certificatePassword",
                password))
        .singleElement()
        .asString()
        .contains("Write a vault reference")
        .doesNotContain(password);
  }

  @ParameterizedTest
  @CsvSource({"-1", "366", "1000", "x", "1.5"})
  void theWarningIsANumberOfDays(String days) {
    assertThat(texts("expiryWarning", days)).singleElement().asString().contains("from 0 to 365");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authority",
        "clientId",
        "clientSecret",
        "signingKey",
        "certificateFile",
        "certificatePassword",
        "tokenFile",
        "mailDomains",
        "aSettingOfSomebodyElse"
      })
  void aPastedKeyIsRefusedInWhateverSettingAndNothingIsRepeated(String setting) {
    List<SettingsProblem> problems = Configs.problems(setting, PEM);

    assertThat(problems).singleElement().satisfies(one -> assertThat(one.key()).isEqualTo(setting));
    assertThat(problems.get(0).kind()).isEqualTo(SettingsProblem.Kind.WRONG);
    assertThat(problems.get(0).text())
        .contains(
            "holds a key or a certificate", "Treat a private key that was pasted as disclosed")
        .doesNotContain("MIIEvQ", "BEGIN");
  }

  private static List<String> texts(String... config) {
    return Configs.problems(config).stream().map(SettingsProblem::text).toList();
  }

  private static ClientCredential credential(String kind, String... more) {
    String[] all =
        Stream.concat(Stream.of("credential", kind, "clientSecret", "none"), Stream.of(more))
            .toArray(String[]::new);
    return ((AppRegistration.WebApplication) Configs.settings(all).connection().registration())
        .credential();
  }
}
