package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.CURATORS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.STEWARDS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.UserChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When mappers act, and what they leave alone. */
@CleanLog
class SyncModesIT extends PeopleTest {

  @Test
  void importActsAtTheFirstSignInOnly() {
    Someone pia = new Someone("Pia");
    providerWith("FORCE", "IMPORT");
    changesAfterFirstSignIn(pia);
    JsonNode claims = claimsOf(pia);

    assertThat(claims.get("name").asText()).isEqualTo("Pia Quillfeather");
    assertThat(list(claims, "groups")).containsExactly(INSIGHTS);
    assertThat(list(claims, "roles")).containsExactly("DataConsumer", "DataSteward");
  }

  @Test
  void forceActsAtEverySignIn() {
    Someone paul = new Someone("Paul");
    providerWith("IMPORT", "FORCE");
    changesAfterFirstSignIn(paul);
    JsonNode claims = claimsOf(paul);

    assertThat(claims.get("name").asText()).isEqualTo("Paul Changed");
    assertThat(list(claims, "groups")).containsExactly(CURATORS);
    assertThat(list(claims, "roles")).containsExactly("DataConsumer");
  }

  @Test
  void aMapperThatInheritsDoesWhatTheProviderSays() {
    Someone peer = new Someone("Peer");
    providerWith("IMPORT", "INHERIT");
    changesAfterFirstSignIn(peer);

    assertThat(list(claimsOf(peer), "groups")).containsExactly(INSIGHTS);
  }

  @Test
  void somebodyElsesGroupsAndRolesAreLeftAlone() {
    Someone petra = new Someone("Petra");
    providerWith("FORCE", "INHERIT");
    entra(petra.arrives(), GroupChange.add(ANALYSTS, "Analysts", petra.objectId()));
    claimsOf(petra);
    String group =
        stack.admin().post("/openmetadata/groups", Map.of("name", "Handmade")).createdId();
    stack.admin().put("/openmetadata/users/" + userId(petra) + "/groups/" + group, Map.of());
    stack.admin().post("/openmetadata/roles", Map.of("name", "HandmadeRole"));
    JsonNode role = stack.admin().get("/openmetadata/roles/HandmadeRole");
    stack
        .admin()
        .post("/openmetadata/users/" + userId(petra) + "/role-mappings/realm", List.of(role));
    entra(GroupChange.removeMember(ANALYSTS, petra.objectId()));
    claimsOf(petra);

    assertThat(realm.groupsOf(userId(petra))).containsExactly("Handmade");
    assertThat(realm.rolesOf(userId(petra))).containsExactly("HandmadeRole");
  }

  private void providerWith(String providersMode, String mappersMode) {
    upstreams.post(
        TRIAL,
        "entra",
        Upstreams.with(
            upstreams.web(),
            "syncMode",
            providersMode,
            "groupBindings",
            bound(ANALYSTS, INSIGHTS, STEWARDS, CURATORS),
            "appRoles",
            "DataSteward = DataSteward"));
    for (String mapper : List.of("profile", "groups", "roles")) {
      upstreams.addMapper(TRIAL, "entra-" + mapper + "-mapper", mappersMode);
    }
  }

  private void changesAfterFirstSignIn(Someone someone) {
    entra(
        someone.arrives(),
        GroupChange.add(ANALYSTS, "Analysts", someone.objectId()),
        GroupChange.add(STEWARDS, "Stewards"),
        ApplicationChange.assignRole(Upstreams.WEB_APP, someone.objectId(), "DataSteward"));
    JsonNode first = claimsOf(someone);
    assertThat(list(first, "groups")).containsExactly(INSIGHTS);
    assertThat(list(first, "roles")).containsExactly("DataConsumer", "DataSteward");
    entra(
        UserChange.set(someone.objectId(), "surname", "Changed"),
        GroupChange.removeMember(ANALYSTS, someone.objectId()),
        GroupChange.addMember(STEWARDS, someone.objectId()),
        ApplicationChange.unassign(Upstreams.WEB_APP, someone.objectId()));
  }
}
