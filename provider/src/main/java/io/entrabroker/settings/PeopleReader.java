package io.entrabroker.settings;

import io.entrabroker.catalog.CatalogSuffix;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.catalog.NameCollision;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.settings.PeopleSettings.Admission;
import io.entrabroker.signin.KnownAsRules;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.PersonRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads who somebody is, and as whom the catalog knows them. */
record PeopleReader(ConfigReading config) {

  /** The policy. */
  PeoplePolicy read() {
    return new PeoplePolicy(
        new PersonRules(
            config.value(PeopleSettings.MAIL_DOMAINS),
            config.value(PeopleSettings.EMAIL_SOURCE),
            admitted()),
        new KnownAsRules(naming(), config.value(PeopleSettings.UNTRUSTED_EMAIL)),
        config.value(PeopleSettings.EXISTING_ACCOUNT),
        config.value(PeopleSettings.PREVIOUS_ALIAS));
  }

  private Set<AccountKind> admitted() {
    Set<AccountKind> admitted = EnumSet.of(AccountKind.MEMBER);
    if (config.value(PeopleSettings.GUESTS) == Admission.ADMIT) {
      admitted.add(AccountKind.GUEST);
    }
    if (config.value(PeopleSettings.PERSONAL_ACCOUNTS) == Admission.ADMIT) {
      admitted.add(AccountKind.PERSONAL);
    }
    return admitted;
  }

  private NamingRules naming() {
    NamingRules naming =
        new NamingRules(
            config.value(PeopleSettings.CATALOG_VERSION),
            config.value(PeopleSettings.NAME_COLLISION),
            reserved());
    if (config.isFine(PeopleSettings.CATALOG_VERSION)
        && naming.collision() == NameCollision.SUFFIX
        && !CatalogSuffix.livesWithSuffix(naming.version(), ClientKind.CONFIDENTIAL)) {
      config.wrong(
          PeopleSettings.NAME_COLLISION,
          PeopleSettings.NAME_COLLISION.label()
              + ": OpenMetadata "
              + naming.version().text()
              + " locks out whoever's name is not the part of the address before the @. Write"
              + " refuse.");
    }
    return naming;
  }

  // One person per name, also where both settings bind it.
  private ReservedNames reserved() {
    ReservedNames names = config.value(PeopleSettings.RESERVED_NAMES);
    config.value(PeopleSettings.NAME_OWNERS);
    List<String> entries =
        Stream.of(PeopleSettings.RESERVED_NAMES, PeopleSettings.NAME_OWNERS)
            .flatMap(setting -> SettingParsers.entries(config.text(setting)).stream())
            .toList();
    return config.isFine(PeopleSettings.RESERVED_NAMES, PeopleSettings.NAME_OWNERS)
        ? config.accept(PeopleSettings.NAME_OWNERS, ReservedNames.parse(entries)).orElse(names)
        : names;
  }
}
