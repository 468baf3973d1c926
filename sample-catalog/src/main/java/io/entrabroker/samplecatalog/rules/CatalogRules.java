package io.entrabroker.samplecatalog.rules;

import java.util.Set;

/**
 * The settings of the catalog that decide over people.
 *
 * @param band the versions it behaves like
 * @param domains mail domains
 * @param adminPrincipals usernames that are administrators, compared with the lower-cased username
 * @param adminEmails addresses that are, {@link Band#EMAIL_FIRST} only
 * @param roles names of the catalog's roles; others in a token are skipped
 * @param teams names of the catalog's teams of type Group; others in a token are skipped
 * @param fromToken what a token changes about people
 * @param signUp what becomes of the unknown
 */
public record CatalogRules(
    Band band,
    MailDomains domains,
    Set<String> adminPrincipals,
    Set<String> adminEmails,
    Set<String> roles,
    Set<String> teams,
    FromToken fromToken,
    SignUp signUp) {

  /**
   * What a token changes about people.
   *
   * @param displayNameClaim {@code displayNameClaim}, or empty: read before all others where people
   *     are found by address
   * @param teamClaim {@code jwtTeamClaimMapping}, or empty: the claim with the names of teams
   * @param roles where roles come from
   */
  public record FromToken(String displayNameClaim, String teamClaim, RoleSource roles) {}

  /**
   * What becomes of the unknown.
   *
   * @param selfSignup whether they may come
   * @param email with which address a confidential sign-in stores them
   */
  public record SignUp(SelfSignup selfSignup, SignUpEmail email) {}

  /** The same with other roles and teams. */
  public CatalogRules knowing(Set<String> otherRoles, Set<String> otherTeams) {
    return new CatalogRules(
        band, domains, adminPrincipals, adminEmails, otherRoles, otherTeams, fromToken, signUp);
  }

  public CatalogRules {
    adminPrincipals = Set.copyOf(adminPrincipals);
    adminEmails = Set.copyOf(adminEmails);
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }
}
