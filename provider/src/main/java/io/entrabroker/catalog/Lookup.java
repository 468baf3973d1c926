package io.entrabroker.catalog;

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
    Answer<String> usernameAtRequest(Candidate candidate, CatalogAccounts accounts) {
      return Answer.yes(candidate.username());
    }
  },

  /** The address alone. */
  BY_EMAIL {
    @Override
    Optional<CatalogAccount> find(Candidate candidate, CatalogAccounts accounts) {
      return accounts.withEmail(candidate.email());
    }

    @Override
    Answer<String> usernameAtRequest(Candidate candidate, CatalogAccounts accounts) {
      Optional<CatalogAccount> known = find(candidate, accounts);
      if (known.isPresent()) {
        return Answer.yes(known.get().username());
      }
      return accounts.named(candidate.username()).isEmpty()
          ? Answer.yes(candidate.username())
          : Answer.unauthorized("User with email " + candidate.email() + " is not registered");
    }
  };

  abstract Optional<CatalogAccount> find(Candidate candidate, CatalogAccounts accounts);

  /** The username that a request with the realm's token has. */
  abstract Answer<String> usernameAtRequest(Candidate candidate, CatalogAccounts accounts);
}
