package io.entrabroker.catalog;

import java.util.Set;

/** What a confidential sign-in does with {@code jwtTeamClaimMapping}. */
enum CallbackTeams {
  /** Before 1.11.6. */
  IGNORED(CatalogLimit.TEAMS_IGNORED) {
    @Override
    CatalogAccount apply(CatalogAccount account, CatalogClaims claims, ProviderSync sync) {
      return account;
    }
  },
  /** Since 1.11.6: known teams are joined, none is left. */
  ADDED(CatalogLimit.TEAMS_ONLY_ADDED) {
    @Override
    CatalogAccount apply(CatalogAccount account, CatalogClaims claims, ProviderSync sync) {
      return account.joining(sync.teams(claims));
    }
  };

  private final CatalogLimit limit;

  CallbackTeams(CatalogLimit limit) {
    this.limit = limit;
  }

  Set<CatalogLimit> limits() {
    return Set.of(limit);
  }

  abstract CatalogAccount apply(CatalogAccount account, CatalogClaims claims, ProviderSync sync);
}
