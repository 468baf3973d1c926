package io.entrabroker.catalog.config;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.CatalogName;
import io.entrabroker.catalog.ReservedNames;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Whose catalog it is.
 *
 * @param principalDomain the mail domain of the organisation, lower case
 * @param adminAddresses e-mail addresses of its first administrators, lower case; their usernames
 *     are the parts before the '@'
 */
public record CatalogPeople(String principalDomain, List<String> adminAddresses) {

  public CatalogPeople {
    adminAddresses = List.copyOf(adminAddresses);
  }

  /**
   * Reads both.
   *
   * @return both, or a sentence that says what to write instead
   */
  public static Parsed<CatalogPeople> of(String domain, List<String> addresses) {
    String principal = domain.strip().toLowerCase(Locale.ROOT);
    if (!principal.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      return Parsed.refused(
          "Principal domain: write the mail domain of your organisation, such as contoso.com.");
    }
    TreeSet<String> admins = new TreeSet<>();
    for (String written : addresses) {
      String address = written.strip().toLowerCase(Locale.ROOT);
      if (!address.matches("[a-z0-9._%+-]+@" + principal.replace(".", "\\."))) {
        return Parsed.refused(
            "Administrators: write e-mail addresses of the domain "
                + principal
                + ". The catalog creates them at its start with an address of its principal domain,"
                + " and refuses whoever comes with another one.");
      }
      admins.add(address);
    }
    return Parsed.accepted(new CatalogPeople(principal, List.copyOf(admins)));
  }

  /**
   * {@code adminPrincipals}. OpenMetadata wants at least one: without any it is {@code admin}, a
   * name that this broker gives to nobody.
   */
  List<String> adminNames() {
    return adminAddresses.isEmpty()
        ? List.of(ReservedNames.ADMIN)
        : adminAddresses.stream().map(CatalogName::beforeAt).toList();
  }
}
