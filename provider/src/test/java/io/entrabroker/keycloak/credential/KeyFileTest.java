package io.entrabroker.keycloak.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.AssertionAlgorithm;
import io.entrabroker.clientauth.CertificateLocation;
import io.entrabroker.clientauth.CertifiedKey;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.clientauth.TestKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  private static final TestKeys FIRST = TestKeys.FIRST;
  private static final TestKeys SECOND = TestKeys.SECOND;
  private static final Secret NONE = new Secret("");
  private static final Secret PASSWORD = new Secret("a password");

  @TempDir Path folder;

  @Test
  void aPemFileIsReadInAnyOrderAndWithTheWholeChain() throws GeneralSecurityException {
    String key = block("PRIVATE KEY", FIRST.key().getEncoded());
    String other = certificate(SECOND);
    String own = certificate(FIRST);

    for (String text : List.of(key + own, own + key, key + other + own, "# x\r\n" + key + own)) {
      assertThat(certificateIn(KeyFile.read(bytes(text), NONE))).isEqualTo(FIRST.certificate());
    }
  }

  @Test
  void opensslsOlderFormIsReadToo() throws GeneralSecurityException, IOException {
    byte[] pkcs1 =
        PrivateKeyInfo.getInstance(FIRST.key().getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded();

    assertThat(
            certificateIn(
                KeyFile.read(bytes(block("RSA PRIVATE KEY", pkcs1) + certificate(FIRST)), NONE)))
        .isEqualTo(FIRST.certificate());
  }

  @Test
  void anEncryptedPemFileIsReadWithItsPasswordOnly() throws Exception {
    Path plain =
        Files.writeString(
            folder.resolve("plain.pem"), block("PRIVATE KEY", FIRST.key().getEncoded()));
    Path encrypted = folder.resolve("encrypted.pem");
    // As docs/credentials.md says.
    assertThat(
            new ProcessBuilder(
                    "openssl",
                    "pkcs8",
                    "-topk8",
                    "-v2",
                    "aes-256-cbc",
                    "-in",
                    plain.toString(),
                    "-out",
                    encrypted.toString(),
                    "-passout",
                    "pass:a password")
                .start()
                .waitFor())
        .isZero();
    byte[] content = bytes(Files.readString(encrypted) + certificate(FIRST));

    assertThat(certificateIn(KeyFile.read(content, PASSWORD))).isEqualTo(FIRST.certificate());
    assertThat(refusal(KeyFile.read(content, new Secret("wrong"))))
        .contains("password in the vault");
    assertThat(refusal(KeyFile.read(content, NONE))).contains("password in the vault");
  }

  @Test
  void aPkcs12FileIsReadWithItsPasswordOnly() throws Exception {
    byte[] content = pkcs12(FIRST.key(), FIRST);

    assertThat(certificateIn(KeyFile.read(content, PASSWORD))).isEqualTo(FIRST.certificate());
    assertThat(refusal(KeyFile.read(content, new Secret("wrong"))))
        .contains("password in the vault");
    assertThat(refusal(KeyFile.read(content, NONE))).contains("password in the vault");
  }

  @Test
  void aPkcs12FileWithSeveralKeysOrNoneIsRefused() throws Exception {
    assertThat(refusal(KeyFile.read(pkcs12(FIRST.key(), FIRST, SECOND), PASSWORD)))
        .contains("holds 2 private keys");
    assertThat(refusal(KeyFile.read(pkcs12(FIRST.key()), PASSWORD)))
        .contains("holds 0 private keys");
  }

  @Test
  void aPemFileWithSeveralKeysOrNoneOrNoCertificateIsRefused() throws GeneralSecurityException {
    String key = block("PRIVATE KEY", FIRST.key().getEncoded());

    assertThat(refusal(KeyFile.read(bytes(key + key + certificate(FIRST)), NONE)))
        .contains("holds 2 private keys");
    assertThat(refusal(KeyFile.read(bytes(certificate(FIRST)), NONE)))
        .contains("holds 0 private keys");
    assertThat(refusal(KeyFile.read(bytes(key), NONE))).contains("holds no certificate");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws Exception {
    TestKeys ec = TestKeys.ec();
    String pem = block("PRIVATE KEY", ec.key().getEncoded()) + certificate(ec);

    assertThat(refusal(KeyFile.read(bytes(pem), NONE))).contains("not an RSA key");
    assertThat(refusal(KeyFile.read(bytes(pem.replace("PRIVATE", "EC PRIVATE")), NONE)))
        .contains("not an RSA key");
    assertThat(refusal(KeyFile.read(pkcs12(ec.key(), ec), PASSWORD))).contains("not an RSA key");
  }

  @Test
  void aCertificateOfAnotherKeyIsRefused() throws GeneralSecurityException {
    String pem = block("PRIVATE KEY", FIRST.key().getEncoded()) + certificate(SECOND);

    assertThat(refusal(KeyFile.read(bytes(pem), NONE))).contains("belongs to the private key");
  }

  @Test
  void aShortKeyIsRefused() throws GeneralSecurityException {
    TestKeys weak = TestKeys.rsa(1024);
    String pem = block("PRIVATE KEY", weak.key().getEncoded()) + certificate(weak);

    assertThat(refusal(KeyFile.read(bytes(pem), NONE))).contains("has 1024 bits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----\n\n-----END CERTIFICATE-----"
      })
  void whatIsNoKeyFileIsRefusedInASentenceThatShowsNothingOfIt(String content) {
    assertThat(refusal(KeyFile.read(bytes(content), NONE)))
        .matches("The .*\\.")
        .doesNotContain("AAAA", "hello");
  }

  @ParameterizedTest
  @EnumSource
  void itsSignaturesAreVerifiedByItsCertificate(AssertionAlgorithm algorithm) throws Exception {
    CertifiedKey key =
        KeyFile.read(pkcs12(FIRST.key(), FIRST), PASSWORD).asOptional().orElseThrow();
    byte[] input = bytes("header.claims");

    Signature verification = JcaSigner.signature(algorithm);
    verification.initVerify(FIRST.certificate().getPublicKey());
    verification.update(input);

    assertThat(verification.verify(key.signer().sign(algorithm, input))).isTrue();
    assertThat(key + " " + key.signer()).doesNotContain("RSA", "modulus");
  }

  @Test
  void aChangedFileIsReadAgainAndTheKeyBeforeIsKept() throws Exception {
    KeyFiles files = new KeyFiles();
    write("key.pem", FIRST);
    assertThat(certificates(files, "realm")).containsExactly(FIRST);
    assertThat(certificates(files, "realm")).containsExactly(FIRST);

    write("key.pem", SECOND);

    assertThat(certificates(files, "realm")).containsExactly(SECOND, FIRST);
    assertThat(certificates(files, "realm")).containsExactly(SECOND, FIRST);
  }

  @Test
  void aKeyThatAnotherRealmHadBeforeIsNotKeptForThisOne() throws Exception {
    KeyFiles files = new KeyFiles();
    write("key.pem", FIRST);
    certificates(files, "first realm");

    write("key.pem", SECOND);

    assertThat(certificates(files, "second realm")).containsExactly(SECOND);
  }

  @Test
  void aFileThatIsHalfWrittenIsRefusedAndReadAgainWhenItIsWhole() throws Exception {
    KeyFiles files = new KeyFiles();
    write("key.pem", FIRST);
    certificates(files, "realm");
    Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIV");
    assertThat(keys(files, "realm").asOptional()).isEmpty();

    write("key.pem", SECOND);

    assertThat(certificates(files, "realm")).containsExactly(SECOND, FIRST);
  }

  private void write(String name, TestKeys keys) throws Exception {
    Files.writeString(
        folder.resolve(name), block("PRIVATE KEY", keys.key().getEncoded()) + certificate(keys));
  }

  private Parsed<List<CertifiedKey>> keys(KeyFiles files, String realm) {
    return files.keys(
        CredentialFolders.of(folder.toString()),
        realm,
        new CertificateLocation.File(folder.resolve("key.pem").toString(), ""),
        NONE);
  }

  private List<TestKeys> certificates(KeyFiles files, String realm) {
    return keys(files, realm).asOptional().orElseThrow().stream()
        .map(key -> key.certificate().equals(FIRST.certificate()) ? FIRST : SECOND)
        .toList();
  }

  private static Certificate certificateIn(Parsed<CertifiedKey> read) {
    assertThat(refusal(read)).isEmpty();
    return read.asOptional().orElseThrow().certificate();
  }

  private static String refusal(Parsed<CertifiedKey> read) {
    return read.fold(key -> "", problem -> problem);
  }

  private static byte[] pkcs12(Key key, TestKeys... entries)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = PASSWORD.reveal().toCharArray();
    for (int i = 0; i < entries.length; i++) {
      store.setKeyEntry("key" + i, key, password, new Certificate[] {entries[i].certificate()});
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password);
    return out.toByteArray();
  }

  private static String certificate(TestKeys keys) throws GeneralSecurityException {
    return block("CERTIFICATE", keys.certificate().getEncoded());
  }

  private static String block(String label, byte[] content) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
