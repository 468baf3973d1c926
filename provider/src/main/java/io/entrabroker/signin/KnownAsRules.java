package io.entrabroker.signin;

import io.entrabroker.catalog.CatalogName;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EmailTrust;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.UntrustedEmail;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides under which name and address somebody is known in the catalog. Both are given once: the
 * catalog locks out whoever comes with another address or name.
 *
 * @param naming which names may be given
 * @param untrusted what becomes of an address that is not to be believed
 */
public record KnownAsRules(NamingRules naming, UntrustedEmail untrusted) {

  /** Somebody whom the realm does not know. */
  public KnownAs ofNewcomer(EntraUser user) {
    if (user.email() instanceof EmailReading.Found found) {
      return give(user, found.address(), found.address().localPart(), proof(found.trust()));
    }
    return new KnownAs.Refused(
        user.email() instanceof EmailReading.Unusable
            ? Rejection.EMAIL_UNUSABLE
            : Rejection.NO_EMAIL);
  }

  /** Somebody who is linked to a user of the realm. */
  public KnownAs of(EntraUser user, StoredPerson stored) {
    if (stored.hasCatalogIdentity()) {
      return kept(user, stored);
    }
    if (stored.email().isEmpty()) {
      return ofNewcomer(user);
    }
    // Linked before this provider: the catalog knows them by what the realm sent until now.
    return EmailAddress.parse(stored.email())
        .map(email -> give(user, email, nameOf(stored, email), proof(user, email, stored)))
        .orElseGet(() -> new KnownAs.Refused(Rejection.EMAIL_UNUSABLE));
  }

  private KnownAs kept(EntraUser user, StoredPerson stored) {
    Optional<EmailAddress> email =
        EmailAddress.parse(stored.catalogEmail()).filter(address -> address.is(stored.email()));
    if (email.isEmpty()) {
      return new KnownAs.Refused(Rejection.ADDRESS_ALTERED);
    }
    if (!naming.reserved().allows(stored.catalogUsername(), user.key())) {
      return new KnownAs.Refused(Rejection.NAME_RESERVED);
    }
    Optional<AddressProof> proof = proof(user, email.get(), stored);
    return proof
        .<KnownAs>map(how -> new KnownAs.Kept(how, findings(user, email.get())))
        .orElseGet(() -> new KnownAs.Refused(Rejection.EMAIL_UNTRUSTED));
  }

  private KnownAs give(
      EntraUser user, EmailAddress email, String name, Optional<AddressProof> proof) {
    if (proof.isEmpty()) {
      return new KnownAs.Refused(Rejection.EMAIL_UNTRUSTED);
    }
    if (!naming.admits(email)) {
      return new KnownAs.Refused(Rejection.EMAIL_UNUSABLE);
    }
    List<String> names = naming.candidates(name, user.key());
    return names.isEmpty()
        ? new KnownAs.Refused(Rejection.NAME_RESERVED)
        : new KnownAs.ToBeGiven(names, email, proof.get(), findings(user, email));
  }

  private Optional<AddressProof> proof(EntraUser user, EmailAddress email, StoredPerson stored) {
    if (stored.isProven()) {
      return Optional.of(AddressProof.HELD);
    }
    boolean entraSaysTheSame =
        user.email() instanceof EmailReading.Found found && found.address().equals(email);
    return proof(
        entraSaysTheSame ? ((EmailReading.Found) user.email()).trust() : EmailTrust.UNTRUSTED);
  }

  private Optional<AddressProof> proof(EmailTrust trust) {
    if (trust.isTrusted()) {
      return Optional.of(AddressProof.BELIEVED);
    }
    return untrusted == UntrustedEmail.VERIFY && trust == EmailTrust.UNTRUSTED
        ? Optional.of(AddressProof.BY_MAIL)
        : Optional.empty();
  }

  private Set<Finding> findings(EntraUser user, EmailAddress email) {
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    if (user.email() instanceof EmailReading.Found found && !found.address().equals(email)) {
      findings.add(Finding.ADDRESS_CHANGED);
    }
    if (!naming.survivesUpgrade(email)) {
      findings.add(Finding.ADDRESS_NOT_FOR_EMAIL_FIRST);
    }
    return findings;
  }

  // Most catalogs read usernames up to the at sign.
  private static String nameOf(StoredPerson stored, EmailAddress email) {
    return CatalogName.parse(CatalogName.localPart(stored.username()))
        .fold(CatalogName::value, unusable -> email.localPart());
  }
}
