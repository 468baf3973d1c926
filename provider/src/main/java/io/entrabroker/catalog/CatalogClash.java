package io.entrabroker.catalog;

import io.entrabroker.user.IdentityKey;

/** Something that goes wrong in the catalog, found before it does. */
public sealed interface CatalogClash {

  /** The second person gets the first one's catalog user, with all its rights. */
  record OneUser(IdentityKey first, IdentityKey second) implements CatalogClash {}

  /** Once the first person has signed in, the second one is refused. */
  record LockedOut(IdentityKey first, IdentityKey second, CatalogPrediction.Refused refusal)
      implements CatalogClash {}

  /** The person would have a name that is the catalog's own and not bound to them. */
  record Reserved(IdentityKey person) implements CatalogClash {}
}
