package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.OTHERS;
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
import org.junit.jupiter.api.Test;

/** Somebody comes for the first time: what the realm, the token and the catalog make of it. */
@CleanLog
class FirstComersIT extends PeopleTest {

  @Test
  void aMemberBecomesAUserWithANameAndAnAddressForTheCatalog() {
    Someone fay = new Someone("Fay");
    entra(fay.arrives());
    trialWith();
    tokenOf(fay);

    JsonNode user = user(fay);
    assertThat(user.get("email").asText()).isEqualTo(fay.address());
    assertThat(user.get("emailVerified").asBoolean()).isTrue();
    assertThat(user.get("firstName").asText()).isEqualTo("Fay");
    assertThat(user.get("lastName").asText()).isEqualTo("Quillfeather");
    assertThat(attribute(user, "catalog_username")).isEqualTo(fay.name());
    assertThat(attribute(user, "catalog_email")).isEqualTo(fay.address());
    assertThat(attribute(user, "entra_oid")).isEqualTo(fay.objectId());
    assertThat(attribute(user, "entra_tid")).isEqualTo(Upstreams.TENANT);
    assertThat(realm.links(user.get("id").asText()).get(0).get("userId").asText())
        .isEqualTo(fay.key());
  }

  @Test
  void groupsAndRolesOfEntraAreTeamsAndRolesInTheCatalog() {
    Someone flora = new Someone("Flora");
    entra(
        flora.arrives(),
        GroupChange.add(ANALYSTS, "Analysts of Contoso", flora.objectId()),
        GroupChange.add(OTHERS, "Anything else", flora.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, flora.objectId(), "DataSteward"));
    trialWith(
        "groupBindings", bound(ANALYSTS, INSIGHTS, STEWARDS, "Curators"),
        "appRoles", "DataSteward = DataSteward",
        "groupRoles", bound(ANALYSTS, "Reviewer"));
    String token = tokenOf(flora);
    JsonNode claims = Json.claims(token);

    assertThat(realm.groupsOf(userId(flora))).containsExactly(INSIGHTS);
    assertThat(realm.rolesOf(userId(flora))).containsExactly("DataSteward", "Reviewer");
    assertThat(claims.get("preferred_username").asText()).isEqualTo(flora.name());
    assertThat(claims.get("email").asText()).isEqualTo(flora.address());
    assertThat(claims.get("email_verified").asBoolean()).isTrue();
    assertThat(claims.get("name").asText()).isEqualTo("Flora Quillfeather");
    assertThat(list(claims, "groups")).containsExactly(INSIGHTS);
    assertThat(list(claims, "roles")).containsExactly("DataConsumer", "DataSteward", "Reviewer");
    assertCatalogKnows(flora, catalogUser(token));
  }

  // The catalog has no role Reviewer, and skips it.
  private static void assertCatalogKnows(Someone flora, JsonNode user) {
    assertThat(user.get("name").asText()).isEqualTo(flora.name());
    assertThat(user.get("email").asText()).isEqualTo(flora.address());
    assertThat(user.get("displayName").asText()).isEqualTo("Flora Quillfeather");
    assertThat(user.get("isAdmin").asBoolean()).isFalse();
    assertThat(names(user, "teams")).containsExactly(INSIGHTS);
    assertThat(names(user, "roles")).containsExactly("DataConsumer", "DataSteward");
  }

  @Test
  void anAppRoleThatIsNotMappedGivesNothing() {
    Someone flynn = new Someone("Flynn");
    entra(
        flynn.arrives(),
        ApplicationChange.assignRole(Upstreams.WEB_APP, flynn.objectId(), "DataSteward"));
    trialWith("appRoles", "Another = Admin");

    assertThat(list(claimsOf(flynn), "roles")).containsExactly("DataConsumer");
    assertThat(realm.rolesOf(userId(flynn))).isEmpty();
  }

  @Test
  void anAdministratorIsWhoeverTheMapSays() {
    Someone ferris = new Someone("Ferris");
    entra(
        ferris.arrives(),
        ApplicationChange.assignRole(Upstreams.WEB_APP, ferris.objectId(), "DataSteward"));
    trialWith("appRoles", "DataSteward = Admin");

    assertThat(catalogUser(tokenOf(ferris)).get("isAdmin").asBoolean()).isTrue();
  }

  private static String attribute(JsonNode user, String name) {
    return user.get("attributes").get(name).get(0).asText();
  }
}
