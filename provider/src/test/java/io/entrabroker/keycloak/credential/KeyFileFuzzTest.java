package io.entrabroker.keycloak.credential;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.entrabroker.clientauth.Secret;

class KeyFileFuzzTest {

  @DictionaryEntries({
    "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "-----BEGIN CERTIFICATE-----",
    "-----END CERTIFICATE-----",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "MII"
  })
  @FuzzTest(maxDuration = "3s")
  void aFileHoldsAKeyWithItsCertificateOrIsRefusedWithASentence(byte[] content) {
    boolean said =
        KeyFile.read(content, new Secret("password"))
            .fold(key -> true, problem -> problem.length() > 20 && problem.endsWith("."));
    if (!said) {
      throw new AssertionError("No sentence");
    }
  }
}
