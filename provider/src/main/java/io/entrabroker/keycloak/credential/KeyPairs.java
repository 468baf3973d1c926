package io.entrabroker.keycloak.credential;

import io.entrabroker.Parsed;
import io.entrabroker.clientauth.AssertionAlgorithm;
import io.entrabroker.clientauth.CertifiedKey;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Puts a private key and its certificate together. */
final class KeyPairs {

  /** Bits: less is broken, and refused by Entra. */
  private static final int SHORTEST = 2048;

  private static final byte[] PROBE = {1, 2, 3};

  private KeyPairs() {}

  /** The key with the first of the certificates that is its own. */
  static Parsed<CertifiedKey> of(Key key, List<X509Certificate> certificates) {
    if (!(key instanceof PrivateKey privateKey) || !key.getAlgorithm().equals("RSA")) {
      return Parsed.refused("The private key is not an RSA key, and Entra takes no other.");
    }
    return certificates.stream()
        .filter(certificate -> belongs(privateKey, certificate))
        .findFirst()
        .map(certificate -> longEnough(privateKey, certificate))
        .orElseGet(() -> Parsed.refused("No certificate there belongs to the private key."));
  }

  private static Parsed<CertifiedKey> longEnough(PrivateKey key, X509Certificate certificate) {
    int bits = ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength();
    return bits < SHORTEST
        ? Parsed.refused("The RSA key has " + bits + " bits; it needs at least " + SHORTEST + ".")
        : Parsed.accepted(new CertifiedKey(certificate, new JcaSigner(key)));
  }

  private static boolean belongs(PrivateKey key, X509Certificate certificate) {
    if (!(certificate.getPublicKey() instanceof RSAPublicKey)) {
      return false;
    }
    try {
      Signature verification = JcaSigner.signature(AssertionAlgorithm.RS256);
      verification.initVerify(certificate.getPublicKey());
      verification.update(PROBE);
      return verification.verify(new JcaSigner(key).sign(AssertionAlgorithm.RS256, PROBE));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
