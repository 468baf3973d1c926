package io.entrabroker.settings;

import io.entrabroker.signin.KnownAs;
import io.entrabroker.signin.KnownAsRules;
import io.entrabroker.signin.Rejection;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.ExistingAccount;
import io.entrabroker.user.LocalAccount;
import io.entrabroker.user.PersonRules;
import io.entrabroker.user.StoredPerson;

/**
 * Who somebody is, and as whom the catalog knows them.
 *
 * @param rules who counts as a person, and whose address is believed
 * @param identity under which name and address somebody is known
 * @param existing what becomes of a local account with the same address
 * @param previousAlias the alias of the provider whose links are taken over; empty if none
 */
public record PeoplePolicy(
    PersonRules rules, KnownAsRules identity, ExistingAccount existing, String previousAlias) {

  /**
   * As whom somebody is known who comes for the first time, and whose address a user of the realm
   * has.
   *
   * @param account what decides whether the two may be joined
   * @param stored what the realm knows of that user
   */
  public KnownAs ofNamesake(EntraUser user, LocalAccount account, StoredPerson stored) {
    return account.mayBeLinkedTo(user, existing)
        ? identity.of(user, stored)
        : new KnownAs.Refused(Rejection.ACCOUNT_EXISTS);
  }
}
