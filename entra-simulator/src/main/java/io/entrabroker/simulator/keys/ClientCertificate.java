package io.entrabroker.simulator.keys;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A self-signed certificate with its RSA key, as an application registers one: for tests of clients
 * that authenticate with a certificate.
 */
public final class ClientCertificate {

  private static final Duration LIFETIME = Duration.ofDays(365);

  private final PrivateKey privateKey;
  private final X509Certificate certificate;

  private ClientCertificate(PrivateKey privateKey, X509Certificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
  }

  /** A new key of 2048 bits and a certificate valid from yesterday on, for a year. */
  public static ClientCertificate create(String commonName) {
    Instant start = Instant.now().minus(Duration.ofDays(1));
    return create(commonName, start, start.plus(LIFETIME));
  }

  /** The same, valid at another time. */
  public static ClientCertificate create(String commonName, Instant start, Instant end) {
    KeyPair pair = Certificates.rsaKeyPair();
    X500Name name = new X500Name("CN=" + commonName);
    return new ClientCertificate(
        pair.getPrivate(),
        Certificates.sign(Certificates.builder(name, name, pair, start, end), pair.getPrivate()));
  }

  public PrivateKey privateKey() {
    return privateKey;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** The certificate as PEM text. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("The certificate could not be written", e);
    }
  }

  /** The private key as PEM text, PKCS#8 without a password. */
  public String privateKeyPem() {
    return pem("PRIVATE KEY", privateKey.getEncoded());
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "ClientCertificate[" + certificate.getSubjectX500Principal() + "]";
  }

  static String pem(String what, byte[] der) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, lines.encodeToString(der));
  }
}
