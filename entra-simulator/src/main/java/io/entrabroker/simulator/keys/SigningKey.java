package io.entrabroker.simulator.keys;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * An RSA key that signs tokens, published as Entra does: {@code kid} equals {@code x5t}, with
 * {@code x5c} and {@code issuer}, without {@code alg}.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/signing-key-rollover">Signing
 *     key rollover</a>
 */
public final class SigningKey {

  private static final X500Name NAME = new X500Name("CN=accounts.entra-simulator.example");

  private final RSAKey jwk;
  private final String issuerTenant;

  private SigningKey(RSAKey jwk, String issuerTenant) {
    this.jwk = jwk;
    this.issuerTenant = issuerTenant;
  }

  /**
   * A new key.
   *
   * @param issuerTenant what stands for the tenant in the key's {@code issuer}: a GUID, or {@code
   *     {tenantid}} for a key that serves every organisation
   */
  static SigningKey create(String issuerTenant) {
    KeyPair pair = Certificates.rsaKeyPair();
    X509Certificate certificate =
        Certificates.sign(Certificates.builder(NAME, NAME, pair), pair.getPrivate());
    try {
      byte[] der = certificate.getEncoded();
      Base64URL thumbprint = Base64URL.encode(MessageDigest.getInstance("SHA-1").digest(der));
      return new SigningKey(published(pair, der, thumbprint), issuerTenant);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-1, which x5t needs", e);
    }
  }

  // Entra publishes x5t, the SHA-1 thumbprint, and no x5t#S256: the old member is on purpose.
  @SuppressWarnings("deprecation")
  private static RSAKey published(KeyPair pair, byte[] certificate, Base64URL thumbprint) {
    return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
        .privateKey(pair.getPrivate())
        .keyUse(KeyUse.SIGNATURE)
        .keyID(thumbprint.toString())
        .x509CertThumbprint(thumbprint)
        .x509CertChain(List.of(Base64.encode(certificate)))
        .build();
  }

  /** The key id, equal to the SHA-1 thumbprint of the certificate. */
  public String keyId() {
    return jwk.getKeyID();
  }

  /** The private key with its public part, for signing. */
  public RSAKey jwk() {
    return jwk;
  }

  /**
   * The public members as they stand in the key set.
   *
   * @param loginHost scheme, host and port of the login host
   */
  Map<String, Object> published(String loginHost) {
    Map<String, Object> members = jwk.toPublicJWK().toJSONObject();
    members.put("issuer", loginHost + "/" + issuerTenant + "/v2.0");
    return members;
  }
}
