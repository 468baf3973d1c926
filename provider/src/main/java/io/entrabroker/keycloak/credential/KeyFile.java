package io.entrabroker.keycloak.credential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.CertifiedKey;
import io.entrabroker.clientauth.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A file with one private key and its certificate: PEM (RFC 7468) or PKCS#12 (RFC 7292). */
final class KeyFile {

  private KeyFile() {}

  /**
   * Reads it.
   *
   * @param password what it is encrypted with; empty if it is not
   */
  static Parsed<CertifiedKey> read(byte[] content, Secret password) {
    String text = new String(content, ISO_8859_1);
    return text.contains(PemKeyFile.BEGIN)
        ? PemKeyFile.read(text, password)
        : pkcs12(content, password.reveal().toCharArray());
  }

  private static Parsed<CertifiedKey> pkcs12(byte[] content, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password);
      List<String> keys =
          Collections.list(store.aliases()).stream().filter(alias -> isKey(store, alias)).toList();
      if (keys.size() != 1) {
        return Parsed.refused(
            "The PKCS#12 file holds " + keys.size() + " private keys; it has to be one.");
      }
      Key key = store.getKey(keys.get(0), password);
      return KeyPairs.of(key, x509(store.getCertificateChain(keys.get(0))));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // The JDK's words may hold parts of the content.
      return Parsed.refused(
          "The file is neither PEM nor PKCS#12, or the password in the vault is not its own.");
    }
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<X509Certificate> x509(Certificate[] chain) {
    return Arrays.stream(chain)
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .toList();
  }
}
