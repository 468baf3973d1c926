package io.entrabroker.keycloak.mapper;

import io.entrabroker.catalog.CatalogLimit;
import io.entrabroker.claims.GroupId;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.MembershipPlan;
import io.entrabroker.groups.NamedGroupPlan;
import io.entrabroker.keycloak.idp.OurMappers;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.teams.RealmTeams;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.signin.SignInFacts;
import io.entrabroker.user.UserAttribute;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Makes somebody join and leave the groups that are teams in the catalog. */
public final class GroupsMapper extends EntraMapper {

  /** Called once by Keycloak. */
  public GroupsMapper() {
    super(
        new Face(
            OurMappers.GROUPS,
            "Group importer",
            "Entra: groups",
            "Joins and leaves the Keycloak groups under Group bindings and Groups by name of the"
                + " identity provider, and touches no other group. While membership is unknown nothing is"
                + " joined and nothing left."));
  }

  @Override
  void apply(KeycloakSession session, UserModel user, SignInFacts facts, EntraSettings settings) {
    RealmTeams teams = new RealmTeams(session);
    GroupPolicy policy = settings.groups();
    NamedGroupPlan named = named(session, teams, facts, policy);
    Remembered joined = new Remembered(user, UserAttribute.JOINED_TEAMS);
    MembershipPlan plan =
        MembershipPlan.between(
            teams.of(user),
            joined.names(),
            facts.entitlements().membership(),
            policy.bindings(),
            named);
    teams.carryOut(plan, user, owners(named));
    joined.change(plan.join(), plan.leave());
    if (!plan.leave().isEmpty()) {
      Findings.ofLimit(session, settings, CatalogLimit.TEAMS_ONLY_ADDED, Finding.TEAMS_STAY);
    }
  }

  private static NamedGroupPlan named(
      KeycloakSession session, RealmTeams teams, SignInFacts facts, GroupPolicy policy) {
    if (!(facts.entitlements().membership() instanceof GroupMembership.Known known)) {
      return NamedGroupPlan.nothing();
    }
    ExistingGroups existing = teams.existing(policy.named());
    NamedGroupPlan plan = NamedGroupPlan.of(known, policy.named(), policy.bindings(), existing);
    plan.refused()
        .forEach(
            (id, refusal) ->
                Findings.note(session, Finding.GROUP_NAME_REFUSED, id + ": " + refusal + "."));
    return plan;
  }

  private static Map<String, GroupId> owners(NamedGroupPlan named) {
    Map<String, GroupId> owners = new HashMap<>();
    named.toCreate().forEach((id, name) -> owners.put(name, id));
    return owners;
  }
}
