package io.entrabroker.keycloak.mapper;

import io.entrabroker.catalog.CatalogLimit;
import io.entrabroker.catalog.ProviderSync;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.RolePlan;
import io.entrabroker.keycloak.idp.OurMappers;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.teams.RealmRoles;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.user.UserAttribute;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Gives and takes the roles that somebody has in the catalog. */
public final class RolesMapper extends EntraMapper {

  /** Called once by Keycloak. */
  public RolesMapper() {
    super(
        new Face(
            OurMappers.ROLES,
            "Role importer",
            "Entra: roles",
            "Gives and takes the realm roles under App roles and Group roles of the identity provider,"
                + " and touches no other role. While membership is unknown no role is taken that a group"
                + " gives."));
  }

  @Override
  void apply(KeycloakSession session, UserModel user, SignInFacts facts, EntraSettings settings) {
    RealmRoles roles = new RealmRoles(session);
    Entitlements entitlements = facts.entitlements();
    Remembered granted = new Remembered(user, UserAttribute.GRANTED_ROLES);
    RolePlan plan =
        RolePlan.between(
            roles.of(user),
            granted.names(),
            entitlements.appRoles(),
            entitlements.membership(),
            settings.groups().roles());
    roles.carryOut(plan, user);
    granted.change(plan.grant(), plan.revoke());
    if (plan.revoke().contains(ProviderSync.ADMIN_ROLE)) {
      Findings.ofLimit(session, settings, CatalogLimit.ADMIN_NEVER_UNSET, Finding.ADMIN_STAYS);
    }
  }
}
