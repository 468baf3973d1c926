package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.CURATORS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.UserChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody comes again, and Entra says something else than before. */
@CleanLog
class ReturningPeopleIT extends PeopleTest {

  @Test
  void aRenamedPersonKeepsUsernameAndAddress() {
    Someone rita = new Someone("Rita");
    entra(rita.arrives());
    trialWith();
    String before = tokenOf(rita);
    String after =
        tokenAfter(
            rita,
            () ->
                entra(
                    UserChange.set(rita.objectId(), "surname", "Married"),
                    UserChange.rename(rita.objectId(), "Rita Married")));
    JsonNode claims = Json.claims(after);

    assertThat(claims.get("sub")).isEqualTo(Json.claims(before).get("sub"));
    assertThat(claims.get("name").asText()).isEqualTo("Rita Married");
    assertThat(claims.get("preferred_username").asText()).isEqualTo(rita.name());
    assertThat(claims.get("email").asText()).isEqualTo(rita.address());
    assertThat(user(rita).get("lastName").asText()).isEqualTo("Married");
    assertThat(catalogUser(after).get("displayName").asText()).isEqualTo("Rita Married");
  }

  @Test
  void anotherAddressInEntraIsAFindingAndChangesNothing() {
    Someone rhea = new Someone("Rhea");
    entra(rhea.arrives());
    trialWith();
    tokenOf(rhea);
    assertThat(realm.findings()).isEmpty();
    String after = tokenAfter(rhea, () -> entra(rhea.hasMail("rhea.new@contoso.example")));
    JsonNode claims = Json.claims(after);

    assertThat(claims.get("email").asText()).isEqualTo(rhea.address());
    assertThat(claims.get("preferred_username").asText()).isEqualTo(rhea.name());
    assertThat(catalogUser(after).get("email").asText()).isEqualTo(rhea.address());
    assertThat(realm.findings()).containsExactly("ENTRA5001");
    assertThat(logged("ENTRA5001 ")).hasSize(1);
  }

  @Test
  void whoeverLosesAGroupAndARoleLosesTeamAndRole() {
    Someone rolf = new Someone("Rolf");
    entra(
        rolf.arrives(),
        GroupChange.add(ANALYSTS, "Analysts", rolf.objectId()),
        GroupChange.add(STEWARDS, "Stewards", rolf.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, rolf.objectId(), "DataSteward"));
    trialWith(
        "groupBindings",
        bound(ANALYSTS, INSIGHTS, STEWARDS, CURATORS),
        "appRoles",
        "DataSteward = DataSteward");
    assertThat(names(catalogUser(tokenOf(rolf)), "roles")).contains("DataSteward");
    assertThat(logged("ENTRA5202 ")).isEmpty();
    String after =
        tokenAfter(
            rolf,
            () ->
                entra(
                    GroupChange.removeMember(ANALYSTS, rolf.objectId()),
                    ApplicationChange.unassign(Upstreams.WEB_APP, rolf.objectId())));

    assertThat(realm.groupsOf(userId(rolf))).containsExactly(CURATORS);
    assertThat(realm.rolesOf(userId(rolf))).isEmpty();
    assertThat(list(Json.claims(after), "groups")).containsExactly(CURATORS);
    assertThat(list(Json.claims(after), "roles")).containsExactly("DataConsumer");
    JsonNode inCatalog = catalogUser(after);
    assertThat(names(inCatalog, "roles")).containsExactly("DataConsumer");
    // What the finding is about: this catalog keeps the team.
    assertThat(names(inCatalog, "teams")).containsExactlyElementsOf(List.of(CURATORS, INSIGHTS));
    assertThat(logged("ENTRA5202 ")).hasSize(1);
  }

  @Test
  void anAdministratorWhoIsNoneAnyMoreIsAFinding() {
    Someone ruth = new Someone("Ruth");
    entra(
        ruth.arrives(),
        ApplicationChange.assignRole(Upstreams.WEB_APP, ruth.objectId(), "DataSteward"));
    trialWith("appRoles", "DataSteward = Admin");
    assertThat(catalogUser(tokenOf(ruth)).get("isAdmin").asBoolean()).isTrue();
    String after =
        tokenAfter(
            ruth, () -> entra(ApplicationChange.unassign(Upstreams.WEB_APP, ruth.objectId())));

    assertThat(list(Json.claims(after), "roles")).containsExactly("DataConsumer");
    assertThat(catalogUser(after).get("isAdmin").asBoolean()).isTrue();
    assertThat(logged("ENTRA5201 ")).hasSize(1);
  }

  private String tokenAfter(Someone someone, Runnable change) {
    change.run();
    return tokenOf(someone);
  }
}
