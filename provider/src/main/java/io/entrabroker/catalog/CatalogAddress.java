package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.user.StoredPerson;
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

  /**
   * The address of a user of the realm. Whoever was given a name and an address in the catalog goes
   * by these, as long as the address is still the one that was proven. Everybody else goes by what
   * the realm has, if the catalog can take the name as it is.
   */
  static CatalogAddress of(StoredPerson person) {
    if (!person.isProven() || person.email().isBlank()) {
      return new Unverified();
    }
    if (person.hasCatalogIdentity()) {
      return person.catalogEmail().equalsIgnoreCase(person.email())
          ? new Verified(person.catalogUsername(), person.catalogEmail())
          : new Unverified();
    }
    return CatalogName.parse(person.username().toLowerCase(Locale.ROOT))
        .<CatalogAddress>fold(
            name -> new Verified(name.value(), person.email()), problem -> new Unverified());
  }

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
