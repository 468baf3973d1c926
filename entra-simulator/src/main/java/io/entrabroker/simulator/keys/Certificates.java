package io.entrabroker.simulator.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes key pairs and certificates with Bouncy Castle. */
final class Certificates {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LIFETIME = Duration.ofDays(820);

  private Certificates() {}

  static KeyPair rsaKeyPair() {
    return keyPair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
  }

  static KeyPair ecKeyPair() {
    return keyPair("EC", new ECGenParameterSpec("secp256r1"));
  }

  /**
   * A builder for a certificate that is valid from yesterday on, by the machine's own clock: TLS
   * clients do not know of the simulator's clock.
   */
  static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair subjectKey) {
    Instant now = Instant.now();
    return builder(issuer, subject, subjectKey, now.minus(Duration.ofDays(1)), now.plus(LIFETIME));
  }

  static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair subjectKey, Instant start, Instant end) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, RANDOM).add(BigInteger.ONE),
        Date.from(start),
        Date.from(end),
        subject,
        subjectKey.getPublic());
  }

  static X509Certificate sign(X509v3CertificateBuilder certificate, PrivateKey issuerKey) {
    String algorithm = issuerKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              certificate.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("A certificate could not be made", e);
    }
  }

  /** Runs code that fails only if Bouncy Castle or the JDK is broken. */
  static IllegalStateException broken(IOException cause) {
    return new IllegalStateException("A certificate extension could not be encoded", cause);
  }

  private static KeyPair keyPair(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters, RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + algorithm + " keys", e);
    }
  }
}
