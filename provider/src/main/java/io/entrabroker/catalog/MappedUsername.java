package io.entrabroker.catalog;

/** What becomes of the claim that {@code jwtPrincipalClaimsMapping} names for the username. */
enum MappedUsername {
  /** Up to 1.8: kept whole. */
  WHOLE {
    @Override
    String of(String value) {
      return value;
    }
  },
  /** Since 1.9: cut at the first '@'. */
  BEFORE_AT {
    @Override
    String of(String value) {
      return CatalogName.beforeAt(value);
    }
  };

  abstract String of(String value);
}
