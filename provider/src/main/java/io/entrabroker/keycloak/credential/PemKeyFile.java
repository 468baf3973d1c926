package io.entrabroker.keycloak.credential;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.CertifiedKey;
import io.entrabroker.clientauth.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A PEM file with one private key and certificates, in any order. */
final class PemKeyFile {

  static final String BEGIN = "-----BEGIN ";

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*+)-----END \\1-----");
  private static final byte[] RSA_ENCRYPTION = {
    0x02,
    0x01,
    0x00, // version 0
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00 // algorithm rsaEncryption, no parameters
  };

  private final List<KeySpec> keys = new ArrayList<>();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final Secret password;

  private PemKeyFile(Secret password) {
    this.password = password;
  }

  static Parsed<CertifiedKey> read(String text, Secret password) {
    PemKeyFile file = new PemKeyFile(password);
    try {
      Matcher block = BLOCK.matcher(text);
      while (block.find()) {
        file.add(block.group(1), Base64.getMimeDecoder().decode(block.group(2)));
      }
      return file.pair();
    } catch (InvalidKeySpecException e) {
      return Parsed.refused("The private key is not an RSA key, and Entra takes no other.");
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // The JDK's words may hold parts of the content.
      return Parsed.refused(
          "The PEM file cannot be read, or the password in the vault is not its own.");
    }
  }

  private void add(String label, byte[] content) throws IOException, GeneralSecurityException {
    if (label.equals("CERTIFICATE")) {
      certificates.add(certificate(content));
    } else if (label.equals("PRIVATE KEY")) {
      keys.add(new PKCS8EncodedKeySpec(content));
    } else if (label.equals("RSA PRIVATE KEY")) {
      keys.add(new PKCS8EncodedKeySpec(pkcs8(content)));
    } else if (label.equals("ENCRYPTED PRIVATE KEY")) {
      keys.add(decrypted(content));
    } else if (label.endsWith("PRIVATE KEY")) {
      throw new InvalidKeySpecException("Not RSA");
    }
  }

  private Parsed<CertifiedKey> pair() throws GeneralSecurityException {
    if (keys.size() != 1) {
      return Parsed.refused(
          "The PEM file holds " + keys.size() + " private keys; it has to be one.");
    }
    PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(keys.get(0));
    return certificates.isEmpty()
        ? Parsed.refused("The PEM file holds no certificate: add it below the private key.")
        : KeyPairs.of(key, certificates);
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private PKCS8EncodedKeySpec decrypted(byte[] content)
      throws IOException, GeneralSecurityException {
    EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(content);
    // For PBES2 the JDK names the whole scheme in the parameters only.
    String scheme =
        encrypted.getAlgName().equals("PBES2")
            ? encrypted.getAlgParameters().toString()
            : encrypted.getAlgName();
    PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray());
    Cipher cipher = Cipher.getInstance(scheme);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(scheme).generateSecret(spec),
        encrypted.getAlgParameters());
    try {
      return encrypted.getKeySpec(cipher);
    } catch (InvalidKeySpecException e) {
      // So says the JDK when the password is wrong.
      throw new GeneralSecurityException(e);
    }
  }

  // openssl's older form (RFC 8017, appendix A.1.2) within PKCS#8 (RFC 5208, section 5).
  private static byte[] pkcs8(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(RSA_ENCRYPTION);
    inner.writeBytes(tagged(0x04, pkcs1));
    return tagged(0x30, inner.toByteArray());
  }

  // DER with a length of two bytes: X.690, section 8.1.3.5.
  private static byte[] tagged(int tag, byte[] content) {
    if (content.length < 256 || content.length > 65535) {
      throw new IllegalArgumentException("No RSA key has this size");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(0x82);
    out.write(content.length >> 8);
    out.write(content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }
}
