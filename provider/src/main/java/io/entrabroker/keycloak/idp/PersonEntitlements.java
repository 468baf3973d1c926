package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.groups.MembershipReading;
import io.entrabroker.keycloak.teams.RealmTeams;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.Entitlements;
import org.keycloak.models.KeycloakSession;

/** What Entra gives somebody, at the sign-in and at every refresh. */
final class PersonEntitlements {

  private PersonEntitlements() {}

  /** What has to be found out in this realm. */
  static GroupNeeds needs(KeycloakSession session, EntraSettings settings) {
    RealmTeams teams = new RealmTeams(session);
    return GroupNeeds.of(settings.groups(), teams.existing(settings.groups().named()));
  }

  static Entitlements of(
      EntraClaims claims, GroupSource source, GroupPolicy policy, GroupNeeds needs) {
    GroupMembership membership =
        MembershipReading.of(claims.groups(), needs, policy.absentClaim(), source);
    return Entitlements.of(claims.appRoles(), membership, policy);
  }
}
