package io.entrabroker.clientauth;

import io.entrabroker.Parsed;
import java.util.List;

/**
 * How an application registered as Web proves who it is.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">Certificate
 * credentials</a> and <a
 * href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation">Workload
 * identity federation</a>.
 */
public sealed interface ClientCredential
    permits ClientSecret, CertificateCredential, FederatedTokenFile, KeycloakSignedAssertion {

  /**
   * Fetches what there is to prove it with.
   *
   * @return the proofs, best first, at least one; the second is for the time of a change, when
   *     Entra does not know the first yet. Or a sentence that says what is wrong
   */
  Parsed<List<Proof>> load(CredentialSource source);
}
