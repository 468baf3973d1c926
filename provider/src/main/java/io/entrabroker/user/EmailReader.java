package io.entrabroker.user;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an address and whether it is to be believed.
 *
 * <p>Presence proves nothing: for an account without a mailbox the mail attribute is free text, and
 * a guest's is whatever the home tenant says. Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/claims-validation">Secure applications
 * by validating claims</a>.
 */
record EmailReader(EntraClaims claims, AccountKind kind, PersonRules rules) {

  EmailReading read() {
    if (claims.has(ClaimName.EMAIL)) {
      return claims
          .text(ClaimName.EMAIL)
          .flatMap(EmailAddress::parse)
          .<EmailReading>map(this::judged)
          .orElseGet(EmailReading.Unusable::new);
    }
    return primary().or(this::principalName).orElseGet(EmailReading.Missing::new);
  }

  private EmailReading judged(EmailAddress address) {
    return new EmailReading.Found(address, trust(address));
  }

  private EmailTrust trust(EmailAddress address) {
    if (kind == AccountKind.MEMBER && rules.mailDomains().contain(address, claims.tenant())) {
      return EmailTrust.LISTED_DOMAIN;
    }
    boolean vouchedFor =
        claims.isTrue(ClaimName.EMAIL_DOMAIN_OWNER_VERIFIED)
            || claims.texts(ClaimName.VERIFIED_PRIMARY_EMAIL).stream().anyMatch(address::is);
    if (vouchedFor) {
      return EmailTrust.VOUCHED;
    }
    return rules.mailDomains().contain(address) ? EmailTrust.CLAIMED : EmailTrust.UNTRUSTED;
  }

  // Of several, nobody can say which is the person's.
  private Optional<EmailReading> primary() {
    Set<String> addresses = claims.texts(ClaimName.VERIFIED_PRIMARY_EMAIL);
    return addresses.size() == 1
        ? EmailAddress.parse(addresses.iterator().next())
            .map(address -> new EmailReading.Found(address, EmailTrust.VOUCHED))
        : Optional.empty();
  }

  private Optional<EmailReading> principalName() {
    if (rules.emailSource() != EmailSource.MAIL_THEN_UPN || kind != AccountKind.MEMBER) {
      return Optional.empty();
    }
    return claims
        .text(ClaimName.UPN)
        .or(() -> claims.text(ClaimName.PREFERRED_USERNAME))
        .flatMap(EmailAddress::parse)
        .filter(address -> rules.mailDomains().contain(address, claims.tenant()))
        .map(address -> new EmailReading.Found(address, EmailTrust.LISTED_DOMAIN));
  }
}
