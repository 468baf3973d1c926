package io.entrabroker.simulator.credentials;

import com.nimbusds.jose.JWSAlgorithm;
import io.entrabroker.simulator.directory.KeyCredential;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Assertions that an application signed with the key of a registered certificate.
 *
 * <p>The certificate is found by its thumbprint only; {@code kid} plays no part. An assertion may
 * be used again until it expires, as MSAL does; {@code jti} is not looked at.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">
 *     Certificate credentials</a>
 */
final class CertificateAssertions {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);

  private final Clock clock;

  CertificateAssertions(Clock clock) {
    this.clock = clock;
  }

  void require(ClientAssertion assertion, AssertionTarget target) {
    String clientId = target.application().appId();
    if (!assertion.subject().equalsIgnoreCase(assertion.issuer())) {
      throw Aadsts.ASSERTION_SUBJECT_DIFFERS.thrown();
    }
    if (!assertion.subject().equalsIgnoreCase(clientId)) {
      throw Aadsts.ASSERTION_CLIENT_DIFFERS.thrown();
    }
    assertion.requireAlgorithm(ALGORITHMS);
    requireSignature(assertion, target);
    if (assertion.audiences().stream().noneMatch(target::isMeantBy)) {
      throw Aadsts.ASSERTION_AUDIENCE_DIFFERS.thrown();
    }
    assertion.requireInTime(clock.instant());
  }

  private void requireSignature(ClientAssertion assertion, AssertionTarget target) {
    List<KeyCredential> named =
        target.application().certificates().stream()
            .filter(certificate -> isNamed(assertion, certificate))
            .toList();
    if (named.isEmpty()) {
      throw refused("The key was not found.", assertion);
    }
    Instant now = clock.instant();
    if (named.stream().noneMatch(certificate -> certificate.validAt(now))) {
      throw refused("The key used is expired.", assertion);
    }
    if (named.stream()
        .filter(certificate -> certificate.validAt(now))
        .noneMatch(certificate -> assertion.isSignedBy(certificate.publicKey()))) {
      throw refused(
          "The provided signature value did not match the expected signature value.", assertion);
    }
  }

  private static boolean isNamed(ClientAssertion assertion, KeyCredential certificate) {
    return assertion.header("x5t#S256").filter(certificate::hasSha256Thumbprint).isPresent()
        || assertion.header("x5t").filter(certificate::hasSha1Thumbprint).isPresent();
  }

  private static AadstsException refused(String reason, ClientAssertion assertion) {
    String thumbprint =
        assertion.header("x5t#S256").or(() -> assertion.header("x5t")).orElse("none");
    return Aadsts.ASSERTION_SIGNATURE_INVALID.thrown(reason, thumbprint);
  }
}
