package io.entrabroker.samplecatalog.rules;

import java.util.List;

/** What a token changes about a stored user. */
final class TokenSync {
  private static final String ADMIN_ROLE = "Admin";

  private final CatalogRules rules;

  TokenSync(CatalogRules rules) {
    this.rules = rules;
  }

  /**
   * {@code useRolesFromProvider}: the token's roles replace the stored ones, an empty or absent
   * list changes nothing, unknown names are skipped, and "Admin" makes an administrator for good.
   */
  CatalogUser roles(CatalogUser user, Claims claims) {
    List<String> asked = claims.texts("roles");
    if (asked.isEmpty()) {
      return user;
    }
    CatalogUser synced = user.withRoles(asked.stream().filter(rules.roles()::contains).toList());
    return asked.contains(ADMIN_ROLE) ? synced.promoted() : synced;
  }

  /** {@code jwtTeamClaimMapping=groups}: adds known teams, never removes one. */
  CatalogUser teams(CatalogUser user, Claims claims) {
    return user.joining(claims.texts("groups").stream().filter(rules.teams()::contains).toList());
  }

  /** {@code adminPrincipals}: whoever has one of these usernames is an administrator. */
  CatalogUser administrators(CatalogUser user) {
    return rules.adminPrincipals().contains(user.name()) ? user.promoted() : user;
  }
}
