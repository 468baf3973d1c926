package io.entrabroker.catalog;

import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.IdentityKey;
import java.util.List;
import java.util.Locale;

/**
 * Which names and addresses people may have in the catalog.
 *
 * @param version the catalog's version
 * @param collision what becomes of somebody whose name belongs to another
 * @param reserved the catalog's own names
 */
public record NamingRules(CatalogVersion version, NameCollision collision, ReservedNames reserved) {

  /**
   * The names that somebody may have, best first; none if the name is the catalog's own.
   *
   * @param name the name that the person's address or account suggests
   * @param person who it is
   */
  public List<String> candidates(String name, IdentityKey person) {
    String wanted = name.toLowerCase(Locale.ROOT);
    if (!reserved.allows(wanted, person)) {
      return List.of();
    }
    return collision == NameCollision.SUFFIX
        ? List.of(wanted, CatalogName.suffixed(wanted, person))
        : List.of(wanted);
  }

  /** Whether the catalog takes the address. */
  public boolean admits(EmailAddress email) {
    return !(verdict(email) instanceof CatalogEmail.Verdict.Refused);
  }

  /** Whether every later version of the catalog takes the address, too. */
  public boolean survivesUpgrade(EmailAddress email) {
    return verdict(email) instanceof CatalogEmail.Verdict.Fine;
  }

  private CatalogEmail.Verdict verdict(EmailAddress email) {
    return CatalogEmail.check(email.text(), version);
  }
}
