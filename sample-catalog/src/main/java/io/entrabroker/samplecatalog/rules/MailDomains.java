package io.entrabroker.samplecatalog.rules;

import java.util.Set;

/**
 * The settings that let mail domains in.
 *
 * @param principal {@code principalDomain}
 * @param enforcement {@code enforcePrincipalDomain}
 * @param allowed {@code allowedDomains}, instead of the principal domain when there are any
 * @param emails {@code allowedEmailDomains}, {@link Band#EMAIL_FIRST} only: instead of all others
 *     when there are any
 * @param registration {@code allowedEmailRegistrationDomains}
 */
public record MailDomains(
    String principal,
    Enforcement enforcement,
    Set<String> allowed,
    Set<String> emails,
    Set<String> registration) {

  /** {@code enforcePrincipalDomain}. */
  public enum Enforcement {
    ON,
    OFF
  }

  public MailDomains {
    allowed = Set.copyOf(allowed);
    emails = Set.copyOf(emails);
    registration = Set.copyOf(registration);
  }

  /** OpenMetadata's defaults: everybody is let in. */
  public static MailDomains open(String principal) {
    return new MailDomains(principal, Enforcement.OFF, Set.of(), Set.of(), Set.of("all"));
  }

  Outcome<Bearer> check(Bearer bearer, String domain, Band band) {
    if (band.has(Band.Trait.VERIFIED_EMAILS) && !emails.isEmpty()) {
      String mine = UsernameForm.domain(bearer.principal().email());
      return anyCase(emails, mine)
          ? Outcome.accept(bearer)
          : refuse("domain '" + mine + "' not in allowed list");
    }
    Set<String> good = allowed.isEmpty() ? Set.of(principal) : allowed;
    boolean isGood =
        band.has(Band.Trait.EXACT_DOMAINS) ? good.contains(domain) : anyCase(good, domain);
    return enforcement == Enforcement.OFF || isGood
        ? Outcome.accept(bearer)
        : refuse("Not Authorized! Email does not match the principal domain " + principal);
  }

  Outcome<Principal> mayRegister(Principal principalOfToken) {
    String domain = UsernameForm.domain(principalOfToken.email());
    return registration.isEmpty() || registration.contains("all") || registration.contains(domain)
        ? Outcome.accept(principalOfToken)
        : refuse("Email domain not allowed for self-signup: " + domain);
  }

  private static boolean anyCase(Set<String> domains, String domain) {
    return domains.stream().anyMatch(domain::equalsIgnoreCase);
  }

  private static <T> Outcome<T> refuse(String message) {
    return Outcome.refuse(Refusal.unauthorized(message));
  }
}
