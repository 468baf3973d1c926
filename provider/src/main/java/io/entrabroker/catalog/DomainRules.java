package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which mail domains the catalog accepts.
 *
 * @param principalDomain {@code principalDomain}: makes an address of a claim without '@', and is
 *     the domain of the administrators and bots that exist from the start
 * @param enforcement {@code enforcePrincipalDomain}
 * @param allowed {@code allowedDomains}; empty: the principal domain alone
 * @param allowedEmails {@code allowedEmailDomains}, {@link CatalogVersion#EMAIL_FIRST} only; empty:
 *     not set
 * @param registration {@code allowedEmailRegistrationDomains}; {@code all} is every domain
 */
public record DomainRules(
    String principalDomain,
    Enforcement enforcement,
    Set<String> allowed,
    Set<String> allowedEmails,
    Set<String> registration) {

  private static final String EVERY_DOMAIN = "all";

  /** {@code enforcePrincipalDomain}. */
  public enum Enforcement {
    ON,
    OFF
  }

  public DomainRules {
    allowed = Set.copyOf(allowed);
    allowedEmails = Set.copyOf(allowedEmails);
    registration = Set.copyOf(registration);
  }

  /** Every domain is accepted; OpenMetadata's default. */
  public static DomainRules open(String principalDomain) {
    return new DomainRules(
        principalDomain, Enforcement.OFF, Set.of(), Set.of(), Set.of(EVERY_DOMAIN));
  }

  /** Up to 1.13: compared letter by letter with what the token says. */
  Outcome<Candidate, Refused> enforceExactly(Candidate candidate) {
    return answer(candidate, accepted().contains(candidate.domain()));
  }

  /** Since 2.0: upper and lower case are the same. */
  Outcome<Candidate, Refused> enforce(Candidate candidate) {
    return answer(candidate, lower(accepted()).contains(lower(candidate.domain())));
  }

  /** After 2.0: the new setting comes before the old ones. */
  Outcome<Candidate, Refused> enforceEmailDomains(Candidate candidate) {
    if (allowedEmails.isEmpty()) {
      return enforce(candidate);
    }
    String domain = CatalogName.afterAt(candidate.email());
    return lower(allowedEmails).contains(domain)
        ? Outcome.found(candidate)
        : Outcome.failed(Refused.unauthorized("domain '" + domain + "' not in allowed list"));
  }

  /** Whether a new person of this domain may come. */
  <T> Outcome<T, Refused> register(String email, T person) {
    String domain = CatalogName.afterAt(email);
    boolean open = registration.isEmpty() || registration.contains(EVERY_DOMAIN);
    return open || registration.contains(domain)
        ? Outcome.found(person)
        : Outcome.failed(
            Refused.unauthorized("Email domain not allowed for self-signup: " + domain));
  }

  private Outcome<Candidate, Refused> answer(Candidate candidate, boolean isAccepted) {
    return isAccepted || enforcement == Enforcement.OFF
        ? Outcome.found(candidate)
        : Outcome.failed(
            Refused.unauthorized(
                "Not Authorized! Email does not match the principal domain " + principalDomain));
  }

  private Set<String> accepted() {
    return allowed.isEmpty() ? Set.of(principalDomain) : allowed;
  }

  private static Set<String> lower(Set<String> domains) {
    return domains.stream().map(DomainRules::lower).collect(Collectors.toSet());
  }

  private static String lower(String domain) {
    return domain.toLowerCase(Locale.ROOT);
  }
}
