package io.entrabroker.simulator.credentials;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.PasswordCredential;
import io.entrabroker.simulator.errors.Aadsts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Decides whether a client is the application that it says it is. Of several registered credentials
 * each one is enough, so that one can be replaced while the other is in use.
 */
public final class ClientCredentials {

  /** The only {@code client_assertion_type} there is (RFC 7523, section 2.2). */
  public static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final CertificateAssertions certificates;
  private final FederatedAssertions federated;
  private final Clock clock;

  public ClientCredentials(ExternalIssuers issuers, Clock clock) {
    this.certificates = new CertificateAssertions(clock);
    this.federated = new FederatedAssertions(issuers, clock);
    this.clock = clock;
  }

  /**
   * Accepts any secret of the application that is valid now.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 7000215, 7000222
   */
  public void requireSecret(Application application, String secret) {
    Instant now = clock.instant();
    List<PasswordCredential> matching =
        application.secrets().stream().filter(known -> known.matches(secret)).toList();
    if (matching.isEmpty()) {
      throw Aadsts.WRONG_SECRET.thrown(application.appId());
    }
    if (matching.stream().noneMatch(known -> known.validAt(now))) {
      throw Aadsts.SECRET_EXPIRED.thrown(application.appId());
    }
  }

  /**
   * Accepts an assertion that a registered certificate signed, or a token of an external issuer
   * that a federated identity credential names. Who issued it decides which of the two it is.
   *
   * @param type the parameter {@code client_assertion_type}
   * @throws io.entrabroker.simulator.errors.AadstsException 90023, 50027, 50048, 5002730, 50166,
   *     70021, 700021, 700023, 700024, 700027, 700211, 700212, 700213, 700229
   */
  public void requireAssertion(String type, String text, AssertionTarget target) {
    if (!type.equals(ASSERTION_TYPE)) {
      throw Aadsts.REQUEST_INVALID.thrown("client_assertion_type");
    }
    ClientAssertion assertion = ClientAssertion.parse(text);
    if (isSelfIssued(assertion, target)) {
      certificates.require(assertion, target);
    } else {
      federated.require(assertion, target);
    }
  }

  private static boolean isSelfIssued(ClientAssertion assertion, AssertionTarget target) {
    String issuer = assertion.issuer();
    return issuer.equalsIgnoreCase(target.application().appId())
        || (!issuer.isEmpty() && issuer.equalsIgnoreCase(assertion.subject()));
  }
}
