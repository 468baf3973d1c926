package io.entrabroker.clientauth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A key whose certificate is registered in Entra.
 *
 * @param certificate the certificate
 * @param signer signs with the certificate's private key
 */
public record CertifiedKey(X509Certificate certificate, AssertionSigner signer) {

  /** The certificate's thumbprint as headers of assertions carry it: base64url, unpadded. */
  String thumbprint(AssertionAlgorithm algorithm) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm.thumbprintDigest()).digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("No thumbprint of a certificate that was read", e);
    }
  }

  /** Shows the thumbprint, which is public. */
  @Override
  public String toString() {
    return "CertifiedKey[" + thumbprint(AssertionAlgorithm.PS256) + "]";
  }
}
