package io.entrabroker.simulator.credentials;

import com.nimbusds.jose.JWSAlgorithm;
import io.entrabroker.simulator.directory.FederatedIdentityCredential;
import io.entrabroker.simulator.errors.Aadsts;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Tokens of external issuers that an application trusts as a credential of its own.
 *
 * @see <a href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation">
 *     Workload identity federation</a>
 */
final class FederatedAssertions {

  private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256);

  private final ExternalIssuers issuers;
  private final Clock clock;

  FederatedAssertions(ExternalIssuers issuers, Clock clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  void require(ClientAssertion assertion, AssertionTarget target) {
    if (target.isEntra(assertion.issuer()) && !isOfAnApplication(assertion)) {
      throw Aadsts.FEDERATED_USER_TOKEN.thrown();
    }
    requireMatch(assertion, target.application().federatedCredentials());
    assertion.requireAlgorithm(ALGORITHMS);
    assertion.requireInTime(clock.instant());
    boolean genuine =
        issuers.keys(assertion.issuer(), assertion.keyId()).stream()
            .anyMatch(assertion::isSignedBy);
    if (!genuine) {
      throw Aadsts.ASSERTION_SIGNATURE_INVALID.thrown(
          "The key was not found.", assertion.keyId().orElse("none"));
    }
  }

  /** Compares issuer, subject and audience one after the other, each exactly. */
  private static void requireMatch(
      ClientAssertion assertion, List<FederatedIdentityCredential> registered) {
    if (registered.isEmpty()) {
      throw Aadsts.FEDERATED_CREDENTIAL_UNKNOWN.thrown(
          assertion.issuer(), assertion.subject(), String.join(" ", assertion.audiences()));
    }
    List<FederatedIdentityCredential> ofIssuer =
        registered.stream().filter(one -> one.issuer().equals(assertion.issuer())).toList();
    if (ofIssuer.isEmpty()) {
      throw Aadsts.FEDERATED_ISSUER_UNKNOWN.thrown(assertion.issuer());
    }
    List<FederatedIdentityCredential> ofSubject =
        ofIssuer.stream().filter(one -> one.subject().equals(assertion.subject())).toList();
    if (ofSubject.isEmpty()) {
      throw ofIssuer.stream().anyMatch(one -> one.subject().equalsIgnoreCase(assertion.subject()))
          ? Aadsts.FEDERATED_SUBJECT_CASE.thrown(assertion.subject())
          : Aadsts.FEDERATED_SUBJECT_UNKNOWN.thrown(assertion.subject());
    }
    if (ofSubject.stream().noneMatch(one -> assertion.audiences().equals(one.audiences()))) {
      throw Aadsts.FEDERATED_AUDIENCE_UNKNOWN.thrown(String.join(" ", assertion.audiences()));
    }
  }

  /** An application's own token has no permissions of a person and is about its principal. */
  private static boolean isOfAnApplication(ClientAssertion assertion) {
    return !assertion.has("scp")
        && assertion.text("oid").filter(assertion.subject()::equals).isPresent();
  }
}
