package io.entrabroker.operations.catalog;

import java.util.Set;

/** What the realm would say of somebody in a token for the catalog. */
public sealed interface RealmWord {

  /**
   * The realm knows the person.
   *
   * @param roles of the claim {@code roles}
   * @param teams of the claim with the teams
   */
  record Known(Set<String> roles, Set<String> teams) implements RealmWord {
    public Known {
      roles = Set.copyOf(roles);
      teams = Set.copyOf(teams);
    }
  }

  /** Nobody knows; not the same as nothing. */
  record Unknown(String reason) implements RealmWord {}
}
