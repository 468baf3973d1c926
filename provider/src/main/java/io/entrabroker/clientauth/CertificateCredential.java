package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A certificate: every request carries an assertion signed with its private key ({@code
 * private_key_jwt}). Entra finds the certificate by its thumbprint.
 *
 * @param where where key and certificate are kept
 * @param algorithm how assertions are signed
 * @param warning how many days before its end to warn
 */
public record CertificateCredential(
    CertificateLocation where, AssertionAlgorithm algorithm, int warning)
    implements ClientCredential {

  @Override
  public Parsed<List<Proof>> load(CredentialSource source) {
    return source
        .certificates(where)
        .map(keys -> keys.stream().<Proof>map(key -> new SignedProof(key, algorithm)).toList());
  }

  /**
   * When the certificate in use ends, if that is soon or has been; empty if it is not.
   *
   * @param now the time of the question
   */
  public Optional<Instant> endingSoon(CredentialSource source, Instant now) {
    return source
        .certificates(where)
        .asOptional()
        .map(keys -> keys.get(0).certificate().getNotAfter().toInstant())
        .filter(end -> end.isBefore(now.plus(Duration.ofDays(warning))));
  }

  private record SignedProof(CertifiedKey key, AssertionAlgorithm algorithm) implements Proof {

    @Override
    public Map<String, String> form(String clientId, TokenRequest request) {
      return new ClientAssertion(
              algorithm,
              Map.entry(algorithm.thumbprintHeader(), key.thumbprint(algorithm)),
              ClientAssertion.claims(clientId, clientId, request.endpoint().toString(), request))
          .form(key.signer());
    }
  }
}
