package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.Optional;

/** What the catalog finds a person by. */
enum Lookup {
  /** The username alone. */
  BY_NAME {
    @Override
    Optional<CatalogAccount> find(Candidate candidate, CatalogAccounts accounts) {
      return accounts.named(candidate.username());
    }

    @Override
    Outcome<String, Refused> usernameAtRequest(Candidate candidate, CatalogAccounts accounts) {
      return Outcome.found(candidate.username());
    }
  },

  /** The address alone. */
  BY_EMAIL {
    @Override
    Optional<CatalogAccount> find(Candidate candidate, CatalogAccounts accounts) {
      return accounts.withEmail(candidate.email());
    }

    @Override
    Outcome<String, Refused> usernameAtRequest(Candidate candidate, CatalogAccounts accounts) {
      Optional<CatalogAccount> known = find(candidate, accounts);
      if (known.isPresent()) {
        return Outcome.found(known.get().username());
      }
      return accounts.named(candidate.username()).isEmpty()
          ? Outcome.found(candidate.username())
          : Outcome.failed(
              Refused.unauthorized("User with email " + candidate.email() + " is not registered"));
    }
  };

  abstract Optional<CatalogAccount> find(Candidate candidate, CatalogAccounts accounts);

  /** The username that a request with the realm's token has. */
  abstract Outcome<String, Refused> usernameAtRequest(
      Candidate candidate, CatalogAccounts accounts);
}
