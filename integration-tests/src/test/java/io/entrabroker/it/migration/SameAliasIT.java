package io.entrabroker.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminAnswer;
import org.junit.jupiter.api.Test;

/** A partial import changes the type of a provider, which keeps its alias and so its links. */
@CleanLog
class SameAliasIT extends MigrationTest {

  @Test
  void peopleOfTheMicrosoftProviderAreFoundByTheirObjectId() {
    Someone mia = new Someone("Mia");
    entra(mia.arrives());
    microsoftAt(TRIAL);
    String id = userOf(mia.name(), mia.address());
    link(id, TRIAL, mia.objectId());
    importOver(TRIAL);
    assertThat(realm.links(id).get(0).get("userId").asText()).isEqualTo(mia.objectId());

    assertIs(id, mia, tokenOf(mia));
    assertIs(id, mia, tokenOf(mia));
  }

  @Test
  void peopleOfTheOpenIdConnectProviderAreFoundByTheirSubject() {
    Someone milo = new Someone("Milo");
    entra(milo.arrives());
    openIdConnectAt(TRIAL);
    JsonNode before = catalogUser(tokenByOpenIdConnect(TRIAL, milo));
    String id = userId(milo);
    assertThat(realm.links(id).get(0).get("userId").asText()).doesNotContain(":", milo.objectId());
    importOver(TRIAL);
    String token = tokenOf(milo);

    assertIs(id, milo, token);
    assertSamePerson(before, catalogUser(token));
    assertThat(realm.users()).hasSize(1);
  }

  @Test
  void whoseUsernameWasTheWholeAddressKeepsTheFirstPartAsTheNameInTheCatalog() {
    Someone mona = new Someone("Mona");
    entra(mona.arrives());
    microsoftAt(TRIAL);
    String id = userOf(mona.address(), mona.address());
    link(id, TRIAL, mona.objectId());
    importOver(TRIAL);

    assertIs(id, mona, tokenOf(mona));
    assertThat(realm.user(mona.address()).orElseThrow().get("id").asText()).isEqualTo(id);
  }

  @Test
  void whoeverHadAnotherAddressInTheCatalogKeepsIt() {
    Someone moss = new Someone("Moss");
    entra(moss.arrives());
    microsoftAt(TRIAL);
    String id = userOf("old." + moss.name(), "old." + moss.address());
    link(id, TRIAL, moss.objectId());
    importOver(TRIAL);
    JsonNode claims = claimsOf(moss);

    assertThat(claims.get("sub").asText()).isEqualTo(id);
    assertThat(claims.get("email").asText()).isEqualTo("old." + moss.address());
    assertThat(claims.get("preferred_username").asText()).isEqualTo("old." + moss.name());
    assertThat(realm.findings()).containsExactly("ENTRA5001");
  }

  @Test
  void theImportTakesTheOldMappersAwayAndBringsOurs() {
    Someone milla = new Someone("Milla");
    entra(milla.arrives());
    openIdConnectAt(TRIAL);
    importOver(TRIAL);
    tokenOf(milla);

    assertThat(
            stack
                .admin()
                .get("/openmetadata/identity-provider/instances/" + TRIAL + "/mappers")
                .findValuesAsText("identityProviderMapper"))
        .containsExactlyInAnyOrder(
            "entra-profile-mapper", "entra-groups-mapper", "entra-roles-mapper");
    assertThat(user(milla).get("firstName").asText()).isEqualTo("Milla");
  }

  @Test
  void savingCannotChangeTheTypeOfAProvider() {
    openIdConnectAt(TRIAL);

    AdminAnswer answer = upstreams.tryPut(TRIAL, "entra", upstreams.web());

    assertThat(answer.status()).isEqualTo(204);
    assertThat(typeOf(TRIAL)).isEqualTo("oidc");
  }

  @Test
  void anImportWithAWrongSettingChangesNothing() {
    Someone mara = new Someone("Mara");
    entra(mara.arrives());
    microsoftAt(TRIAL);
    String id = userOf(mara.name(), mara.address());
    link(id, TRIAL, mara.objectId());

    AdminAnswer answer =
        tryImportOver(TRIAL, Upstreams.with(upstreams.web(), "mailDomains", "gmail.com"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(logged("'gmail.com' gives mailboxes to everybody")).isNotEmpty();
    assertThat(typeOf(TRIAL)).isEqualTo("microsoft");
    assertThat(realm.links(id).get(0).get("userId").asText()).isEqualTo(mara.objectId());
  }

  private static void assertSamePerson(JsonNode before, JsonNode after) {
    assertThat(after.get("name")).isEqualTo(before.get("name"));
    assertThat(after.get("email")).isEqualTo(before.get("email"));
  }
}
