package io.entrabroker.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The people a catalog knows.
 *
 * @param all in the order in which they came
 */
public record CatalogAccounts(List<CatalogAccount> all) {

  public CatalogAccounts {
    all = List.copyOf(all);
  }

  /** A catalog without anybody. */
  public static CatalogAccounts none() {
    return new CatalogAccounts(List.of());
  }

  /**
   * Who is there before anybody signs in: OpenMetadata creates its administrators and its bots at
   * the start, as {@code name@principalDomain}.
   */
  public static CatalogAccounts initial(CatalogSetup setup) {
    String domain = "@" + setup.domains().principalDomain();
    Stream<CatalogAccount> admins =
        setup.admins().principals().stream()
            .sorted()
            .map(name -> CatalogAccount.named(name, name + domain).promoted());
    Stream<CatalogAccount> bots =
        ReservedNames.BOTS.stream().map(name -> CatalogAccount.named(name, name + domain));
    return new CatalogAccounts(Stream.concat(admins, bots).toList());
  }

  /** Who has this username. */
  public Optional<CatalogAccount> named(String username) {
    return all.stream().filter(account -> account.username().equals(username)).findFirst();
  }

  /** Who has this address. */
  public Optional<CatalogAccount> withEmail(String email) {
    return all.stream().filter(account -> account.email().equals(email)).findFirst();
  }

  /** With this account, in place of the one of the same username and address. */
  public CatalogAccounts with(CatalogAccount account) {
    List<CatalogAccount> next = new ArrayList<>(all);
    next.removeIf(old -> old.isOf(account.username(), account.email()));
    next.add(account);
    return new CatalogAccounts(next);
  }
}
