package io.entrabroker.samplecatalog.rules;

import java.util.Set;

/**
 * The settings of the catalog that decide over people.
 *
 * @param adminPrincipals usernames that are administrators, compared with the lower-cased username
 * @param principalDomain mail domain of the administrators that exist from the start
 * @param roles names of the catalog's roles; others in a token are skipped
 * @param teams names of the catalog's teams of type Group; others in a token are skipped
 * @param selfSignup what becomes of the unknown
 */
public record CatalogRules(
    Set<String> adminPrincipals,
    String principalDomain,
    Set<String> roles,
    Set<String> teams,
    SelfSignup selfSignup) {

  public CatalogRules {
    adminPrincipals = Set.copyOf(adminPrincipals);
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }
}
