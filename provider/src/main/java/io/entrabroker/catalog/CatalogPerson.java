package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.user.IdentityKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person whom the broker is going to present to the catalog.
 *
 * @param key who it is
 * @param username the name in the catalog
 * @param email the address in the catalog
 */
public record CatalogPerson(IdentityKey key, String username, String email) {

  Map<String, Object> claims() {
    CatalogUser user =
        new CatalogUser(
            new CatalogAddress.Verified(username, email), "", "", List.of(), List.of(), Map.of());
    Map<String, Object> claims = new LinkedHashMap<>(user.claims());
    claims.put(ClaimName.SUBJECT, key.toString());
    return claims;
  }

  /** Shows ids only: the rest is personal. */
  @Override
  public String toString() {
    return "CatalogPerson[" + key + "]";
  }
}
