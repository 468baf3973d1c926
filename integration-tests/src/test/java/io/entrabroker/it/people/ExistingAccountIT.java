package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The realm has a local account with the address of somebody who comes for the first time. */
@CleanLog
class ExistingAccountIT extends PeopleTest {

  @Test
  void theTwoStayApart() {
    Someone lara = arrived("Lara");
    String local = realm.createUser(LocalUsers.proven("local.lara", lara.address()));
    trialWith();

    assertStaysApart(lara, local);
  }

  @Test
  void theTwoBecomeOneWhereAnAdministratorSaysSo() {
    Someone leon = arrived("Leon");
    String local = realm.createUser(LocalUsers.proven("local.leon", leon.address()));
    trialWith("existingAccount", "link");
    JsonNode claims = claimsOfTheRealm(leon);

    assertThat(claims.get("sub").asText()).isEqualTo(local);
    assertThat(claims.get("email").asText()).isEqualTo(leon.address());
    assertThat(claims.get("preferred_username").asText()).isEqualTo("local.leon");
    assertThat(realm.links(local).findValuesAsText("userId")).containsExactly(leon.key());
    assertThat(realm.users()).hasSize(1);
    assertThat(realm.findings()).containsExactly("ENTRA5004");
    assertThat(logged("ENTRA5004 ")).hasSize(1);
  }

  @Test
  void anAddressThatTheRealmHasNotSeenProvenJoinsNothing() {
    Someone lena = arrived("Lena");
    String local = realm.createUser(LocalUsers.unproven("local.lena", lena.address()));
    trialWith("existingAccount", "link");

    assertStaysApart(lena, local);
  }

  @Test
  void anAdministratorOfTheRealmIsNotJoined() {
    Someone luis = arrived("Luis");
    String local = realm.createUser(LocalUsers.proven("local.luis", luis.address()));
    giveRealmManagement(local);
    trialWith("existingAccount", "link");

    assertStaysApart(luis, local);
  }

  @Test
  void anAdministratorOfTheCatalogIsNotJoined() {
    Someone lutz = arrived("Lutz");
    String local = realm.createUser(LocalUsers.proven("local.lutz", lutz.address()));
    stack.admin().post("/openmetadata/roles", Map.of("name", "Admin"));
    stack
        .admin()
        .post(
            "/openmetadata/users/" + local + "/role-mappings/realm",
            List.of(stack.admin().get("/openmetadata/roles/Admin")));
    trialWith("existingAccount", "link");

    assertStaysApart(lutz, local);
  }

  @Test
  void aDisabledAccountIsNotJoined() {
    Someone lida = arrived("Lida");
    Map<String, Object> disabled = LocalUsers.proven("local.lida", lida.address());
    disabled.put("enabled", false);
    String local = realm.createUser(disabled);
    trialWith("existingAccount", "link");

    assertStaysApart(lida, local);
  }

  @Test
  void anAccountOfAnotherEntraAccountIsNotJoined() {
    Someone liam = arrived("Liam");
    Map<String, Object> others = LocalUsers.proven("local.liam", liam.address());
    others.put("attributes", Map.of("entra_oid", List.of(new Someone("Other").objectId())));
    String local = realm.createUser(others);
    trialWith("existingAccount", "link");

    assertStaysApart(liam, local);
  }

  @Test
  void nobodyTakesAnAccountOverWithAnAddressThatNobodyVouchesFor() {
    Someone lola = arrived("Lola");
    String address = lola.addressAt("elsewhere.example");
    entra(lola.hasMail(address));
    String local = realm.createUser(LocalUsers.proven("local.lola", address));
    trialWith("existingAccount", "link");

    assertRefused(lola, "ENTRA4007");
    assertThat(realm.links(local)).isEmpty();
    assertThat(realm.users()).hasSize(1);
  }

  // The same account and the same address: it is the word of the domain's owner that decides.
  @Test
  void withAnAddressThatIsVouchedForTheSameAccountIsJoined() {
    Someone lulu = arrived("Lulu");
    String address = lulu.addressAt("elsewhere.example");
    entra(lulu.hasMail(address), lulu.isVouchedFor());
    String local = realm.createUser(LocalUsers.proven("local.lulu", address));
    trialWith("existingAccount", "link");
    claimsOfTheRealm(lulu);

    assertThat(realm.links(local).findValuesAsText("userId")).containsExactly(lulu.key());
  }

  private Someone arrived(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    return someone;
  }

  private void assertStaysApart(Someone someone, String local) {
    assertRefused(someone, "ENTRA4102");
    assertThat(realm.links(local)).isEmpty();
    assertThat(realm.users()).hasSize(1);
    assertThat(realm.findings()).isEmpty();
  }

  private void giveRealmManagement(String userId) {
    String client =
        stack.admin().get("/openmetadata/clients?clientId=realm-management").at("/0/id").asText();
    JsonNode role = stack.admin().get("/openmetadata/clients/" + client + "/roles/view-events");
    stack
        .admin()
        .post("/openmetadata/users/" + userId + "/role-mappings/clients/" + client, List.of(role));
  }
}
