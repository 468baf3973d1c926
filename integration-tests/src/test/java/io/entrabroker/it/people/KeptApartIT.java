package io.entrabroker.it.people;

import static io.entrabroker.it.people.Groups.ANALYSTS;
import static io.entrabroker.it.people.Groups.INSIGHTS;
import static io.entrabroker.it.people.Groups.bound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is taken for somebody else, and nobody keeps what nothing gives them any more. */
@CleanLog
class KeptApartIT extends PeopleTest {

  private static final String PROFILE = "/openmetadata/users/profile";

  @Test
  void aNameBelongsToAnOlderUserWhoHasNotComeInFromEntraYet() {
    Someone vera = new Someone("Vera");
    entra(vera.arrives());
    String old = vera.addressAt("old.example");
    realm.createUser(LocalUsers.proven(old, old));
    trialWith();

    assertRefused(vera, "ENTRA4104");
    assertThat(realm.users()).hasSize(1);
  }

  @Test
  void aLocalUserDoesNotGoByTheNameOfSomebodyFromEntraWhoLeft() {
    Someone vito = new Someone("Vito");
    entra(vito.arrives());
    trialWith();
    claimsOf(vito);
    realm.forgetPeople();
    String namesake = local(vito.name());
    String other = local("nobodys.name");

    assertThat(exampleToken(namesake).has("preferred_username")).isFalse();
    assertThat(exampleToken(other).get("preferred_username").asText()).isEqualTo("nobodys.name");
  }

  @Test
  void nobodyComesInWhileUsersCouldWriteWhoTheyAre() {
    Someone vada = new Someone("Vada");
    entra(vada.arrives());
    trialWith();
    JsonNode before = stack.admin().get(PROFILE);
    try {
      stack.admin().put(PROFILE, objectIdWritableByUsers(before.deepCopy()));
      assertRefused(vada, "ENTRA1005");
    } finally {
      stack.admin().put(PROFILE, before);
    }
    assertThat(realm.users()).isEmpty();
    assertThat(claimsOf(vada).get("preferred_username").asText()).isEqualTo(vada.name());
  }

  @Test
  void whatAMapGaveGoesWhenItsLineIsDeleted() {
    Someone vida = new Someone("Vida");
    entra(
        vida.arrives(),
        GroupChange.add(ANALYSTS, "Analysts", vida.objectId()),
        ApplicationChange.assignRole(Upstreams.WEB_APP, vida.objectId(), "DataSteward"));
    trialWith("groupBindings", bound(ANALYSTS, INSIGHTS), "appRoles", "DataSteward = DataSteward");
    claimsOf(vida);
    assertThat(realm.groupsOf(userId(vida))).containsExactly(INSIGHTS);
    assertThat(realm.rolesOf(userId(vida))).containsExactly("DataSteward");

    changeTrial();
    claimsOf(vida);

    assertThat(realm.groupsOf(userId(vida))).isEmpty();
    assertThat(realm.rolesOf(userId(vida))).isEmpty();
  }

  @Test
  void whomAnAdministratorLinksWithTheirNewAccountStaysWhoTheyAre() {
    Someone rhea = new Someone("Rhea");
    Someone rehired = new Someone("Rehired");
    entra(rhea.arrives());
    trialWith();
    String before = claimsOf(rhea).get("sub").asText();
    String link = "/openmetadata/users/" + before + "/federated-identity/" + TRIAL;
    entra(rehired.arrives());
    stack.admin().delete(link);
    stack
        .admin()
        .post(link, Map.of("identityProvider", TRIAL, "userId", rehired.key(), "userName", "x"));
    JsonNode claims = claimsOf(rehired);

    assertThat(claims.get("sub").asText()).isEqualTo(before);
    assertThat(claims.get("preferred_username").asText()).isEqualTo(rhea.name());
    assertThat(user(rhea).at("/attributes/entra_oid/0").asText()).isEqualTo(rehired.objectId());
  }

  private String local(String name) {
    return realm.createUser(LocalUsers.proven(name, name + "@elsewhere.example"));
  }

  private JsonNode exampleToken(String userId) {
    String client =
        stack.admin().get("/openmetadata/clients?clientId=openmetadata-web").at("/0/id").asText();
    return stack
        .admin()
        .get(
            "/openmetadata/clients/"
                + client
                + "/evaluate-scopes/generate-example-id-token?scope=openid&userId="
                + userId);
  }

  private static JsonNode objectIdWritableByUsers(JsonNode profile) {
    for (JsonNode attribute : profile.get("attributes")) {
      if (attribute.get("name").asText().equals("entra_oid")) {
        ((ArrayNode) attribute.at("/permissions/edit")).add("user");
      }
    }
    return profile;
  }
}
