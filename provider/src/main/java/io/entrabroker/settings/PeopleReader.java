package io.entrabroker.settings;

import io.entrabroker.catalog.CatalogSuffix;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.catalog.NameCollision;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.settings.PeopleSettings.Admission;
import io.entrabroker.signin.KnownAsRules;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailSource;
import io.entrabroker.user.ExistingAccount;
import io.entrabroker.user.MailDomains;
import io.entrabroker.user.PersonRules;
import io.entrabroker.user.UntrustedEmail;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads who somebody is, and as whom the catalog knows them. */
record PeopleReader(ConfigReading config) {

  /** The policy; empty if there is a problem with it. */
  Optional<PeoplePolicy> read() {
    Optional<PersonRules> rules = rules();
    Optional<NamingRules> naming = naming();
    Optional<UntrustedEmail> untrusted = config.optional(PeopleSettings.UNTRUSTED_EMAIL);
    Optional<ExistingAccount> existing = config.optional(PeopleSettings.EXISTING_ACCOUNT);
    Optional<String> previousAlias = config.optional(PeopleSettings.PREVIOUS_ALIAS);
    if (rules.isEmpty()
        || naming.isEmpty()
        || untrusted.isEmpty()
        || existing.isEmpty()
        || previousAlias.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PeoplePolicy(
            rules.get(),
            new KnownAsRules(naming.get(), untrusted.get()),
            existing.get(),
            previousAlias.get()));
  }

  private Optional<PersonRules> rules() {
    Optional<MailDomains> domains = config.labelled(PeopleSettings.MAIL_DOMAINS);
    Optional<EmailSource> source = config.optional(PeopleSettings.EMAIL_SOURCE);
    Optional<Admission> guests = config.optional(PeopleSettings.GUESTS);
    Optional<Admission> personal = config.optional(PeopleSettings.PERSONAL_ACCOUNTS);
    if (domains.isEmpty() || source.isEmpty() || guests.isEmpty() || personal.isEmpty()) {
      return Optional.empty();
    }
    Set<AccountKind> admitted = EnumSet.of(AccountKind.MEMBER);
    if (guests.get() == Admission.ADMIT) {
      admitted.add(AccountKind.GUEST);
    }
    if (personal.get() == Admission.ADMIT) {
      admitted.add(AccountKind.PERSONAL);
    }
    return Optional.of(new PersonRules(domains.get(), source.get(), admitted));
  }

  private Optional<NamingRules> naming() {
    Optional<CatalogVersion> version = config.labelled(PeopleSettings.CATALOG_VERSION);
    Optional<NameCollision> collision = config.optional(PeopleSettings.NAME_COLLISION);
    Optional<ReservedNames> reserved = reserved();
    if (version.isEmpty() || collision.isEmpty() || reserved.isEmpty()) {
      return Optional.empty();
    }
    if (collision.get() == NameCollision.SUFFIX
        && !CatalogSuffix.livesWithSuffix(version.get(), ClientKind.CONFIDENTIAL)) {
      config.wrong(
          PeopleSettings.NAME_COLLISION,
          PeopleSettings.NAME_COLLISION.label()
              + ": OpenMetadata "
              + version.get().text()
              + " locks out whoever's name is not the part of the address before the @. Choose"
              + " refuse.");
    }
    return Optional.of(new NamingRules(version.get(), collision.get(), reserved.get()));
  }

  private Optional<ReservedNames> reserved() {
    List<String> entries =
        new ArrayList<>(PeopleSettings.entries(config.text(PeopleSettings.RESERVED_NAMES)));
    entries.addAll(PeopleSettings.entries(config.text(PeopleSettings.NAME_OWNERS)));
    boolean bothRead =
        config.labelled(PeopleSettings.RESERVED_NAMES).isPresent()
            & config.labelled(PeopleSettings.NAME_OWNERS).isPresent();
    return bothRead
        ? config.labelled(PeopleSettings.NAME_OWNERS, ReservedNames.parse(entries))
        : Optional.empty();
  }
}
