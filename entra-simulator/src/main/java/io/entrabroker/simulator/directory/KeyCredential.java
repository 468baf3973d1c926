package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** A certificate of an application: Graph's {@code keyCredential} for verifying signatures. */
public final class KeyCredential {

  private final X509Certificate certificate;
  private final Instant start;
  private final Instant end;

  private KeyCredential(X509Certificate certificate, Instant start, Instant end) {
    this.certificate = certificate;
    this.start = start;
    this.end = end;
  }

  /**
   * @throws IllegalArgumentException if {@code key} is not a certificate with an RSA key
   */
  static KeyCredential read(JsonNode json) {
    X509Certificate certificate = certificate(json.path("key").asText());
    return new KeyCredential(
        certificate,
        GraphObject.text(json, "startDateTime")
            .map(Instant::parse)
            .orElse(certificate.getNotBefore().toInstant()),
        GraphObject.text(json, "endDateTime")
            .map(Instant::parse)
            .orElse(certificate.getNotAfter().toInstant()));
  }

  /** Whether the credential is a certificate for verifying, not one for signing SAML. */
  static boolean isForVerifying(JsonNode json) {
    return json.path("usage").asText("Verify").equals("Verify")
        && json.path("type").asText("AsymmetricX509Cert").equals("AsymmetricX509Cert");
  }

  static void write(ObjectNode json, X509Certificate certificate) {
    byte[] der = encoded(certificate);
    json.put("customKeyIdentifier", hex(digest("SHA-1", der)))
        .put("displayName", certificate.getSubjectX500Principal().getName())
        .put("endDateTime", certificate.getNotAfter().toInstant().toString())
        .put("key", Base64.getEncoder().encodeToString(der))
        .put("keyId", keyId(der))
        .put("startDateTime", certificate.getNotBefore().toInstant().toString())
        .put("type", "AsymmetricX509Cert")
        .put("usage", "Verify");
  }

  /** Whether the credential holds this certificate. */
  static boolean holds(JsonNode json, X509Certificate certificate) {
    return json.path("key")
        .asText()
        .equals(Base64.getEncoder().encodeToString(encoded(certificate)));
  }

  /** The key that verifies what the application signed. */
  public RSAPublicKey publicKey() {
    return (RSAPublicKey) certificate.getPublicKey();
  }

  /** Whether the certificate may be used at this moment. */
  public boolean validAt(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }

  /** Compares with the header {@code x5t}, in standard or URL-safe base64. */
  public boolean hasSha1Thumbprint(String text) {
    return isThumbprint(text, digest("SHA-1", encoded(certificate)));
  }

  /** Compares with the header {@code x5t#S256}, in standard or URL-safe base64. */
  public boolean hasSha256Thumbprint(String text) {
    return isThumbprint(text, digest("SHA-256", encoded(certificate)));
  }

  private static boolean isThumbprint(String text, byte[] thumbprint) {
    String urlSafe = text.replace('+', '-').replace('/', '_').replace("=", "");
    try {
      return Arrays.equals(Base64.getUrlDecoder().decode(urlSafe), thumbprint);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static X509Certificate certificate(String base64) {
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
      if (certificate.getPublicKey() instanceof RSAPublicKey) {
        return certificate;
      }
      throw new IllegalArgumentException("The certificate has no RSA key");
    } catch (CertificateException unreadable) {
      throw new IllegalArgumentException("Not a certificate", unreadable);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateException e) {
      throw new IllegalStateException("A certificate could not be written", e);
    }
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + algorithm, e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
  }

  /** A GUID that depends on the certificate only, so that it is the same in every run. */
  private static String keyId(byte[] der) {
    return UUID.nameUUIDFromBytes(der).toString();
  }
}
