package io.entrabroker.catalog;

import io.entrabroker.catalog.CatalogIdentity.EmailFirst;
import io.entrabroker.claims.ClaimName;
import java.util.EnumSet;
import java.util.Set;

/**
 * The settings of a catalog that decide what it makes of a token.
 *
 * @param version its version
 * @param client how it signs in
 * @param identity how it reads username and address
 * @param domains which mail domains it accepts
 * @param selfSignup {@code enableSelfSignup}
 * @param sync which roles and teams it takes from tokens
 * @param admins whom it makes administrators
 */
public record CatalogSetup(
    CatalogVersion version,
    ClientKind client,
    CatalogIdentity identity,
    DomainRules domains,
    SelfSignup selfSignup,
    ProviderSync sync,
    CatalogAdmins admins) {

  /** {@code enableSelfSignup}: what becomes of people whom the catalog does not know. */
  public enum SelfSignup {
    ON,
    OFF
  }

  /**
   * @throws IllegalArgumentException when the version has no such setting
   */
  public CatalogSetup {
    if (identity instanceof EmailFirst && version != CatalogVersion.EMAIL_FIRST) {
      throw new IllegalArgumentException("emailClaim is a setting of versions after 2.0 only");
    }
    if (version != CatalogVersion.EMAIL_FIRST
        && !(admins.emails().isEmpty() && domains.allowedEmails().isEmpty())) {
      throw new IllegalArgumentException(
          "adminEmails and allowedEmailDomains are settings of versions after 2.0 only");
    }
  }

  /**
   * The settings that suit this broker's tokens.
   *
   * @param principalDomain the mail domain of the organisation, lower case
   */
  public static CatalogSetup recommended(
      CatalogVersion version, ClientKind client, String principalDomain) {
    CatalogIdentity identity =
        version == CatalogVersion.EMAIL_FIRST
            ? EmailFirst.recommended()
            : CatalogIdentity.recommendedMapping();
    return new CatalogSetup(
        version,
        client,
        identity,
        DomainRules.open(principalDomain),
        SelfSignup.ON,
        new ProviderSync(
            ProviderSync.RoleSource.TOKEN,
            ClaimName.GROUPS,
            Set.of("DataConsumer", "DataSteward"),
            Set.of()),
        CatalogAdmins.standard());
  }

  /** With another way to read username and address. */
  public CatalogSetup with(CatalogIdentity other) {
    return new CatalogSetup(version, client, other, domains, selfSignup, sync, admins);
  }

  /** With other mail domains. */
  public CatalogSetup with(DomainRules other) {
    return new CatalogSetup(version, client, identity, other, selfSignup, sync, admins);
  }

  /** With self-signup on or off. */
  public CatalogSetup with(SelfSignup other) {
    return new CatalogSetup(version, client, identity, domains, other, sync, admins);
  }

  /** With other roles and teams. */
  public CatalogSetup with(ProviderSync other) {
    return new CatalogSetup(version, client, identity, domains, selfSignup, other, admins);
  }

  /** With other administrators. */
  public CatalogSetup with(CatalogAdmins other) {
    return new CatalogSetup(version, client, identity, domains, selfSignup, sync, other);
  }

  /** With these roles and teams in the catalog, and taken from tokens as before. */
  public CatalogSetup knowing(Set<String> roles, Set<String> teams) {
    return with(new ProviderSync(sync.roleSource(), sync.teamClaim(), roles, teams));
  }

  /** What this catalog does not take over from a token, or does not take back. */
  public Set<CatalogLimit> limits() {
    Set<CatalogLimit> limits = EnumSet.of(CatalogLimit.ADMIN_NEVER_UNSET);
    if (client == ClientKind.PUBLIC) {
      limits.add(CatalogLimit.EMPTY_ROLES_IGNORED);
      limits.add(CatalogLimit.TEAMS_IGNORED);
      limits.add(CatalogLimit.DISPLAY_NAME_ONLY_AT_SIGN_UP);
    } else {
      limits.addAll(version.session().limits());
      limits.addAll(version.callbackTeams().limits());
      limits.addAll(identity.limits(version));
    }
    return limits;
  }
}
