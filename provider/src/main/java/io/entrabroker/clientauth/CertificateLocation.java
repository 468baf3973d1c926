package io.entrabroker.clientauth;

/** Where a certificate and its private key are kept: never in the configuration itself. */
public sealed interface CertificateLocation {

  /**
   * Among the realm's keys.
   *
   * @param name a key id, or the name of a key provider
   */
  record Realm(String name) implements CertificateLocation {}

  /**
   * In a file of the server: PEM or PKCS#12.
   *
   * @param path its absolute path
   * @param password a vault reference; empty if there is no password
   */
  record File(String path, String password) implements CertificateLocation {}
}
