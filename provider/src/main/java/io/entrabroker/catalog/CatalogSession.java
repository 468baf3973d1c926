package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.EnumSet;
import java.util.Set;

/** Whose token a confidential client's session carries, and what hangs on it. */
enum CatalogSession {
  /** Up to 1.13 the realm's ID token, which is judged again with every request. */
  REALM_TOKEN(
      EnumSet.of(CatalogLimit.EMPTY_ROLES_IGNORED, CatalogLimit.SIGN_UP_EMAIL_FROM_USERNAME)) {
    @Override
    String signUpEmail(Candidate candidate) {
      // open-metadata/OpenMetadata#26507, #29189: not the address of the token.
      return candidate.username() + "@" + CatalogName.afterAt(candidate.email());
    }

    @Override
    CatalogAccount rolesAtCallback(
        CatalogAccount account, CatalogClaims claims, ProviderSync sync) {
      return account;
    }

    @Override
    Outcome<CatalogAccount, Refused> firstRequest(
        CatalogAccount account, CatalogClaims claims, BearerRequest request) {
      return request.loggedIn(claims);
    }
  },

  /** Since 2.0 one that the catalog makes of the stored user. */
  CATALOG_TOKEN(EnumSet.noneOf(CatalogLimit.class)) {
    @Override
    String signUpEmail(Candidate candidate) {
      return candidate.email();
    }

    @Override
    CatalogAccount rolesAtCallback(
        CatalogAccount account, CatalogClaims claims, ProviderSync sync) {
      return sync.exactRoles(account, claims);
    }

    @Override
    Outcome<CatalogAccount, Refused> firstRequest(
        CatalogAccount account, CatalogClaims claims, BearerRequest request) {
      return request.inSessionOf(account);
    }
  };

  private final Set<CatalogLimit> limits;

  CatalogSession(Set<CatalogLimit> limits) {
    this.limits = limits;
  }

  Set<CatalogLimit> limits() {
    return EnumSet.copyOf(limits);
  }

  /** The address that a new person is stored with. */
  abstract String signUpEmail(Candidate candidate);

  abstract CatalogAccount rolesAtCallback(
      CatalogAccount account, CatalogClaims claims, ProviderSync sync);

  /** The first request of the new session of this account. */
  abstract Outcome<CatalogAccount, Refused> firstRequest(
      CatalogAccount account, CatalogClaims claims, BearerRequest request);
}
