package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * From what OpenMetadata derives who somebody is: username and e-mail address. Whoever has another
 * person's address is that person to the catalog, so an address that is not verified is not sent,
 * and without an address no username is sent either: a catalog that maps {@code
 * username:preferred_username, email:email} refuses a token without them.
 */
public sealed interface CatalogAddress {

  /** Verified by whoever this realm trusts with it. */
  record Verified(String username, String email) implements CatalogAddress {
    @Override
    public Map<String, Object> claims() {
      Map<String, Object> claims = new LinkedHashMap<>();
      claims.put(ClaimName.EMAIL, email.toLowerCase(Locale.ROOT));
      claims.put(ClaimName.EMAIL_VERIFIED, true);
      claims.put(ClaimName.PREFERRED_USERNAME, username.toLowerCase(Locale.ROOT));
      return claims;
    }
  }

  /** Not verified, or there is none. */
  record Unverified() implements CatalogAddress {
    @Override
    public Map<String, Object> claims() {
      return Map.of();
    }
  }

  /** The claims, by name. */
  Map<String, Object> claims();

  /** Whether there is a verified address. */
  default boolean isVerified() {
    return this instanceof Verified;
  }
}
