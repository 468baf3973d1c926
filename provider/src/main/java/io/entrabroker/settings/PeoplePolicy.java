package io.entrabroker.settings;

import io.entrabroker.signin.KnownAsRules;
import io.entrabroker.user.ExistingAccount;
import io.entrabroker.user.PersonRules;

/**
 * Who somebody is, and as whom the catalog knows them.
 *
 * @param rules who counts as a person, and whose address is believed
 * @param identity under which name and address somebody is known
 * @param existing what becomes of a local account with the same address
 * @param previousAlias the alias of the provider whose links are taken over; empty if none
 */
public record PeoplePolicy(
    PersonRules rules, KnownAsRules identity, ExistingAccount existing, String previousAlias) {}
