package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;

/**
 * Credentials of a server that has what the test says.
 *
 * @param keys the keys of the realm and of files, best first
 * @param token what every token file holds
 */
record FakeSource(List<TestKeys> keys, String token) implements CredentialSource {

  static FakeSource with(TestKeys... keys) {
    return new FakeSource(List.of(keys), "");
  }

  @Override
  public Parsed<List<CertifiedKey>> certificates(CertificateLocation where) {
    return keys.isEmpty()
        ? Parsed.refused("There is no key.")
        : Parsed.accepted(
            keys.stream()
                .map(key -> new CertifiedKey(key.certificate(), signer(key.key())))
                .toList());
  }

  @Override
  public Parsed<List<RealmKey>> realmKeys(String name) {
    return Parsed.accepted(
        keys.stream().map(key -> new RealmKey("kid-" + name, signer(key.key()))).toList());
  }

  @Override
  public Parsed<Secret> token(String path) {
    return Parsed.accepted(new Secret(token));
  }

  private static AssertionSigner signer(PrivateKey key) {
    return (algorithm, input) -> {
      try {
        Signature signature =
            Signature.getInstance(
                algorithm == AssertionAlgorithm.PS256 ? "RSASSA-PSS" : "SHA256withRSA");
        if (algorithm == AssertionAlgorithm.PS256) {
          signature.setParameter(
              new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
