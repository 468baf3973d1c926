package io.entrabroker.catalog;

import java.util.Set;

/**
 * Whom the catalog's settings make administrators.
 *
 * @param principals {@code adminPrincipals} or {@code initialAdmins}: usernames. Compared letter by
 *     letter with a lower-case username, so one with a capital letter is nobody's
 * @param emails {@code adminEmails}, {@link CatalogVersion#EMAIL_FIRST} only
 */
public record CatalogAdmins(Set<String> principals, Set<String> emails) {

  public CatalogAdmins {
    principals = Set.copyOf(principals);
    emails = Set.copyOf(emails);
  }

  /** OpenMetadata's default: {@code admin}. */
  public static CatalogAdmins standard() {
    return new CatalogAdmins(Set.of(ReservedNames.ADMIN), Set.of());
  }

  CatalogAccount apply(CatalogAccount account) {
    boolean named = principals.contains(account.username());
    boolean listed = emails.stream().anyMatch(account.email()::equalsIgnoreCase);
    return named || listed ? account.promoted() : account;
  }
}
