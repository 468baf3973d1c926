package io.entrabroker.user;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who counts as a person here, and whose address is believed.
 *
 * @param mailDomains the tenant's own mail domains
 * @param emailSource where an address comes from
 * @param admitted the kinds of account that may sign in
 */
public record PersonRules(
    MailDomains mailDomains, EmailSource emailSource, Set<AccountKind> admitted) {

  public PersonRules {
    Set<AccountKind> copy = EnumSet.noneOf(AccountKind.class);
    copy.addAll(admitted);
    admitted = Collections.unmodifiableSet(copy);
  }

  /** Members only, with the mail attribute as the address. */
  public static PersonRules strict(MailDomains mailDomains) {
    return new PersonRules(mailDomains, EmailSource.MAIL, Set.of(AccountKind.MEMBER));
  }
}
