package io.entrabroker.samplecatalog.rules;

import java.util.List;
import java.util.Optional;

/** What a token changes about a stored user. */
final class TokenSync {
  private static final String ADMIN_ROLE = "Admin";

  private final CatalogRules rules;

  TokenSync(CatalogRules rules) {
    this.rules = rules;
  }

  /**
   * {@code useRolesFromProvider} at a request with the realm's token: the token's roles replace the
   * stored ones, an empty or absent list changes nothing, unknown names are skipped, and "Admin"
   * makes an administrator for good.
   */
  CatalogUser rolesAtRequest(CatalogUser user, Claims claims) {
    List<String> asked = roles(claims).orElse(List.of());
    return asked.isEmpty() ? user : replaced(user, asked);
  }

  /** The same at a callback since 2.0 (#32961): there an empty list takes all roles away. */
  CatalogUser rolesAtCallback(CatalogUser user, Claims claims) {
    return rules.band().hasOwnTokens()
        ? roles(claims).map(asked -> replaced(user, asked)).orElse(user)
        : user;
  }

  private Optional<List<String>> roles(Claims claims) {
    return rules.fromToken().roles() == RoleSource.TOKEN ? claims.list("roles") : Optional.empty();
  }

  private CatalogUser replaced(CatalogUser user, List<String> asked) {
    CatalogUser synced = user.withRoles(asked.stream().filter(rules.roles()::contains).toList());
    return asked.contains(ADMIN_ROLE) ? synced.promoted() : synced;
  }

  /** {@code jwtTeamClaimMapping} since 1.11.6: adds known teams, never removes one. */
  CatalogUser teams(CatalogUser user, Claims claims) {
    String claim = rules.fromToken().teamClaim();
    if (!rules.band().has(Band.Trait.TEAMS_AT_CALLBACK) || claim.isEmpty()) {
      return user;
    }
    List<String> asked =
        claims.list(claim).orElseGet(() -> claims.text(claim).map(List::of).orElseGet(List::of));
    return user.joining(asked.stream().filter(rules.teams()::contains).toList());
  }

  /** The display name at a callback where people are found by name. */
  CatalogUser displayName(CatalogUser user, Claims claims) {
    return rules.band().has(Band.Trait.DISPLAY_NAME_AT_CALLBACK)
        ? DisplayName.atCallback(claims).map(user::called).orElse(user)
        : user;
  }

  /**
   * The display name at a callback where people are found by address: none keeps the stored one.
   */
  CatalogUser displayNameByEmail(CatalogUser user, Claims claims) {
    return claims
        .filledText(rules.fromToken().displayNameClaim())
        .or(() -> DisplayName.atCallback(claims))
        .map(user::called)
        .orElse(user);
  }

  /** {@code adminPrincipals} and {@code adminEmails}: they are administrators. */
  CatalogUser administrators(CatalogUser user) {
    boolean listed =
        rules.adminPrincipals().contains(user.name())
            || rules.adminEmails().stream().anyMatch(user.email()::equalsIgnoreCase);
    return listed ? user.promoted() : user;
  }
}
