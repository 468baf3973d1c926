package io.entrabroker.catalog;

import java.util.EnumSet;
import java.util.Set;

/** What a confidential sign-in does with the token's display name where usernames identify. */
enum CallbackName {
  /** Not read up to 1.11; read and dropped in 2.0. */
  IGNORED(EnumSet.of(CatalogLimit.DISPLAY_NAME_NOT_STORED)) {
    @Override
    CatalogAccount apply(CatalogAccount account, CatalogClaims claims) {
      return account;
    }
  },
  /** 1.12 and 1.13: stored, also over a name that the person chose. */
  OVERWRITES(EnumSet.noneOf(CatalogLimit.class)) {
    @Override
    CatalogAccount apply(CatalogAccount account, CatalogClaims claims) {
      return DisplayNames.atCallback(claims).map(account::called).orElse(account);
    }
  };

  private final Set<CatalogLimit> limits;

  CallbackName(Set<CatalogLimit> limits) {
    this.limits = limits;
  }

  Set<CatalogLimit> limits() {
    return EnumSet.copyOf(limits);
  }

  abstract CatalogAccount apply(CatalogAccount account, CatalogClaims claims);
}
