package io.entrabroker.simulator.oauth;

import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.tokens.LoginHint;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who can sign in at an authority: everybody of one tenant, guests included, or through an alias
 * the people of many tenants, each in their own. Nobody is a guest through an alias.
 */
public final class Accounts {

  private final List<Tenant> tenants;
  private final Predicate<Account> admitted;

  private Accounts(List<Tenant> tenants, Predicate<Account> admitted) {
    this.tenants = List.copyOf(tenants);
    this.admitted = admitted;
  }

  static Accounts of(Tenant tenant) {
    return new Accounts(List.of(tenant), account -> true);
  }

  static Accounts atHome(List<Tenant> tenants) {
    return new Accounts(tenants, account -> !account.user().external());
  }

  /** Everybody, in the order of the file. */
  public List<Account> all() {
    return tenants.stream()
        .flatMap(tenant -> tenant.users().stream().map(user -> new Account(tenant, user)))
        .filter(admitted)
        .toList();
  }

  /** The account with this object id. */
  public Optional<Account> withId(String objectId) {
    return tenants.stream()
        .flatMap(tenant -> tenant.user(objectId).map(user -> new Account(tenant, user)).stream())
        .filter(admitted)
        .findFirst();
  }

  /** Whom a sign-in name, a mail address or the value of the claim {@code login_hint} means. */
  public Optional<Account> meantBy(String hint) {
    return tenants.stream()
        .flatMap(
            tenant ->
                LoginHint.userIn(tenant, hint).map(user -> new Account(tenant, user)).stream())
        .filter(admitted)
        .findFirst();
  }
}
