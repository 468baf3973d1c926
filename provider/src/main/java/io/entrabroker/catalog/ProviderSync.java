package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Roles and teams that the catalog takes from tokens.
 *
 * @param roleSource {@code useRolesFromProvider}
 * @param teamClaim {@code jwtTeamClaimMapping}, or empty: teams are not taken from tokens
 * @param knownRoles names of the catalog's roles, "Admin" aside; others in a token are skipped
 * @param knownTeams names of the catalog's teams of type Group; others in a token are skipped
 */
public record ProviderSync(
    RoleSource roleSource, String teamClaim, Set<String> knownRoles, Set<String> knownTeams) {

  /** OpenMetadata's reserved role, which is no role but makes an administrator. */
  public static final String ADMIN_ROLE = "Admin";

  /** {@code useRolesFromProvider}. */
  public enum RoleSource {
    TOKEN,
    CATALOG
  }

  public ProviderSync {
    knownRoles = Set.copyOf(knownRoles);
    knownTeams = Set.copyOf(knownTeams);
  }

  /** The roles of the token replace the stored ones; an empty list changes nothing. */
  CatalogAccount filledRoles(CatalogAccount account, CatalogClaims claims) {
    return roles(claims)
        .filter(names -> !names.isEmpty())
        .map(names -> replaced(account, names))
        .orElse(account);
  }

  /** The roles of the token replace the stored ones; an empty list takes all of them away. */
  CatalogAccount exactRoles(CatalogAccount account, CatalogClaims claims) {
    return roles(claims).map(names -> replaced(account, names)).orElse(account);
  }

  /** The teams of the token that the catalog knows. */
  List<String> teams(CatalogClaims claims) {
    if (teamClaim.isEmpty()) {
      return List.of();
    }
    List<String> named =
        claims.list(teamClaim).or(() -> claims.text(teamClaim).map(List::of)).orElseGet(List::of);
    return named.stream().filter(knownTeams::contains).toList();
  }

  private Optional<List<String>> roles(CatalogClaims claims) {
    return roleSource == RoleSource.TOKEN ? claims.list(ClaimName.ROLES) : Optional.empty();
  }

  private CatalogAccount replaced(CatalogAccount account, List<String> names) {
    CatalogAccount synced = account.withRoles(names.stream().filter(knownRoles::contains).toList());
    return names.contains(ADMIN_ROLE) ? synced.promoted() : synced;
  }
}
