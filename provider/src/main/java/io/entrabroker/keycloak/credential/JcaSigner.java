package io.entrabroker.keycloak.credential;

import io.entrabroker.clientauth.AssertionAlgorithm;
import io.entrabroker.clientauth.AssertionSigner;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Signs with an RSA key (RFC 7518, sections 3.3 and 3.5). */
record JcaSigner(PrivateKey key) implements AssertionSigner {

  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  @Override
  public byte[] sign(AssertionAlgorithm algorithm, byte[] input) {
    try {
      Signature signature = signature(algorithm);
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot sign with " + algorithm, e);
    }
  }

  static Signature signature(AssertionAlgorithm algorithm) throws GeneralSecurityException {
    if (algorithm == AssertionAlgorithm.RS256) {
      return Signature.getInstance("SHA256withRSA");
    }
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(PSS);
    return signature;
  }

  @Override
  public String toString() {
    return "JcaSigner[***]";
  }
}
