package io.entrabroker.simulator.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** The simulator's own certificate authority: made anew at each start, kept in memory only. */
public final class CertificateAuthority {

  private static final X500Name NAME = new X500Name("CN=Entra simulator CA (for tests only)");
  private static final X500Name SERVER = new X500Name("CN=Entra simulator");
  private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private final KeyPair key;
  private final X509Certificate certificate;

  private CertificateAuthority(KeyPair key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** A new authority with a fresh key. */
  public static CertificateAuthority create() {
    KeyPair key = Certificates.ecKeyPair();
    X509v3CertificateBuilder builder = Certificates.builder(NAME, NAME, key);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    } catch (IOException e) {
      throw Certificates.broken(e);
    }
    return new CertificateAuthority(key, Certificates.sign(builder, key.getPrivate()));
  }

  /** The authority's certificate as PEM text, for trust stores. */
  public String pem() {
    try {
      return ClientCertificate.pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("The certificate authority could not be written", e);
    }
  }

  /** A TLS context for clients: it trusts this authority and nobody else. */
  public SSLContext trustingContext() {
    try {
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("ca", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java offers no TLS", e);
    }
  }

  /**
   * A key store with one server certificate.
   *
   * @param hosts DNS names and IP addresses that the certificate is for
   * @param password protects the entry inside the store
   */
  public KeyStore serverKeyStore(Set<String> hosts, char[] password) {
    KeyPair server = Certificates.ecKeyPair();
    return store(server, leaf(Certificates.builder(NAME, SERVER, server), hosts), password);
  }

  /** The same with a certificate whose time was over yesterday. */
  public KeyStore expiredServerKeyStore(Set<String> hosts, char[] password) {
    KeyPair server = Certificates.ecKeyPair();
    Instant end = Instant.now().minus(Duration.ofDays(1));
    X509v3CertificateBuilder builder =
        Certificates.builder(NAME, SERVER, server, end.minus(Duration.ofDays(1)), end);
    return store(server, leaf(builder, hosts), password);
  }

  private KeyStore store(KeyPair server, X509Certificate leaf, char[] password) {
    try {
      KeyStore store = emptyStore();
      Certificate[] chain = {leaf, certificate};
      store.setKeyEntry("server", server.getPrivate(), password, chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java has no PKCS#12 key store", e);
    }
  }

  private X509Certificate leaf(X509v3CertificateBuilder builder, Set<String> hosts) {
    GeneralName[] names =
        hosts.stream().map(CertificateAuthority::name).toArray(GeneralName[]::new);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    } catch (IOException e) {
      throw Certificates.broken(e);
    }
    return Certificates.sign(builder, key.getPrivate());
  }

  private static GeneralName name(String host) {
    int kind = IP_ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName;
    return new GeneralName(kind, host);
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
