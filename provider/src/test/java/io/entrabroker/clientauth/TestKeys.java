package io.entrabroker.clientauth;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key pair and a certificate of it, made by the test.
 *
 * @param pair the keys
 * @param certificate signed by themselves, for 90 days from {@link #NOW}
 */
public record TestKeys(KeyPair pair, X509Certificate certificate) {

  /** The time of these tests. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** A pair of 2048 bits that tests share, since making one takes long. */
  public static final TestKeys FIRST = rsa(2048);

  /** Another one. */
  public static final TestKeys SECOND = rsa(2048);

  public static TestKeys rsa(int bits) {
    return make("RSA", bits, "SHA256withRSA");
  }

  public static TestKeys ec() {
    return make("EC", 256, "SHA256withECDSA");
  }

  public PrivateKey key() {
    return pair.getPrivate();
  }

  private static TestKeys make(String algorithm, int size, String signature) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=broker of this test");
      return new TestKeys(
          pair,
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          name,
                          BigInteger.valueOf(42),
                          Date.from(NOW.minus(Duration.ofDays(1))),
                          Date.from(NOW.plus(Duration.ofDays(90))),
                          name,
                          pair.getPublic())
                      .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()))));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
