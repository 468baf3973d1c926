package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address in the catalog changes by an administrator's command and in no other way. */
@CleanLog
class CatalogAddressIT {

  private static final String OTHER = "99999999-2222-4333-8444-555555555555";

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
  }

  @Test
  void anotherAddressReachesTheCatalogAndTheNameStays() {
    String ada = adasId();

    assertThat(change(ada, Map.of("email", "Ada.King@contoso.example")).status()).isEqualTo(204);

    JsonNode claims = Json.claims(signIn());
    assertThat(claims.get("sub").asText()).isEqualTo(ada);
    assertThat(claims.get("email").asText()).isEqualTo("ada.king@contoso.example");
    assertThat(claims.get("preferred_username").asText()).isEqualTo("ada.lovelace");
  }

  @Test
  void anotherNameReachesTheCatalogIfItIsAskedFor() {
    String ada = adasId();

    AdminAnswer answer =
        change(ada, Map.of("email", "ada.byron@contoso.example", "username", "ada.byron"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(Json.claims(signIn()).get("preferred_username").asText()).isEqualTo("ada.byron");
  }

  @Test
  void anAddressThatWasChangedWithoutTheCommandLetsNobodyIn() {
    String ada = adasId();
    ObjectNode user = (ObjectNode) stack.admin().get("/openmetadata/users/" + ada);
    stack.admin().put("/openmetadata/users/" + ada, user.put("email", "ada.king@contoso.example"));

    try (Person person = Person.with(stack)) {
      var end = person.signsIn("entra", "ada.lovelace");
      realm.assertRefused(Person.html(end), "ENTRA4105");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ada,'',must be one that the catalog takes",
    "'','',must be one that the catalog takes",
    "ada.king@contoso.example,admin,reserved for the catalog",
    "ada.king@contoso.example,ada@king,OpenMetadata would take it for a shorter one"
  })
  void whatTheCatalogCouldNotTakeIsRefusedWithASentence(
      String email, String username, String sentence) {
    AdminAnswer answer = change(adasId(), Map.of("email", email, "username", username));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorMessage()).contains(sentence);
  }

  @Test
  void whatSomebodyElseHasIsRefused() {
    String ada = adasId();
    realm.createUser(Map.of("username", "eva", "email", "eva@contoso.example", "enabled", true));

    assertThat(change(ada, Map.of("email", "eva@contoso.example")).status()).isEqualTo(409);
    assertThat(change(ada, Map.of("email", "ada.king@contoso.example", "username", "eva")).status())
        .isEqualTo(409);
  }

  @Test
  void aNameOfSomebodyWhoLeftIsGivenToAnotherAccountByCommandOnly() {
    String ada = adasId();
    String owner = stack.admin().get("/openmetadata/users/" + ada).get("attributes").toString();
    assertThat(give("ada.lovelace", OTHER).status()).isEqualTo(409);
    realm.forgetPeople();

    assertThat(give("ada.lovelace", OTHER).status()).isEqualTo(204);
    try (Person person = Person.with(stack)) {
      realm.assertRefused(Person.html(person.signsIn("entra", "ada.lovelace")), "ENTRA4104");
    }
    assertThat(give("ada.lovelace", adasObjectId()).status()).isEqualTo(204);
    signIn();

    assertThat(owner).contains(adasObjectId());
    assertThat(give("ada@lovelace", OTHER).status()).isEqualTo(400);
    assertThat(give("ada.lovelace", "nobody").errorMessage()).contains("both GUIDs");
  }

  @Test
  void aUserWithoutAnEntraAccountIsEditedInTheConsole() {
    String local =
        realm.createUser(
            Map.of("username", "eva", "email", "eva@contoso.example", "enabled", true));

    AdminAnswer answer = change(local, Map.of("email", "eva.king@contoso.example"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorMessage()).contains("administration console");
  }

  @Test
  void whoeverMayNotManageUsersChangesNothing() throws Exception {
    String ada = adasId();
    String token = tokenOfTheCatalogItself();

    assertThat(put(ada, "Bearer " + token)).isEqualTo(403);
    assertThat(put("00000000-0000-4000-8000-000000000000", "Bearer " + token)).isEqualTo(403);
    assertThat(put(ada, "Bearer nonsense")).isEqualTo(401);
    assertThat(stack.admin().get("/openmetadata/users/" + ada).get("email").asText())
        .isEqualTo("ada.lovelace@contoso.example");
  }

  private String adasId() {
    signIn();
    return realm.user("ada.lovelace").orElseThrow().get("id").asText();
  }

  private String signIn() {
    try (Person ada = Person.with(stack)) {
      return Person.parameter(ada.signsIn("entra", "ada.lovelace"), "id_token");
    }
  }

  private AdminAnswer give(String name, String objectId) {
    return stack
        .admin()
        .send(
            "PUT",
            "/openmetadata/openmetadata/names",
            Map.of("username", name, "tenantId", Upstreams.TENANT, "objectId", objectId));
  }

  private String adasObjectId() {
    return stack
        .simulator()
        .directory()
        .tenant(Upstreams.TENANT)
        .orElseThrow()
        .userNamed("ada.lovelace@contoso.example")
        .orElseThrow()
        .id();
  }

  private AdminAnswer change(String userId, Map<String, String> wanted) {
    return stack
        .admin()
        .send("PUT", "/openmetadata/openmetadata/users/" + userId + "/address", wanted);
  }

  private String tokenOfTheCatalogItself() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stack.keycloak().realmUri() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=openmetadata-web&client_secret="
                        + stack.catalogSecret()))
            .build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return Json.read(body).get("access_token").asText();
  }

  private int put(String userId, String authorization) throws IOException, InterruptedException {
    URI address =
        URI.create(
            stack.keycloak().baseUri().toString().replaceAll("/$", "")
                + "/admin/realms/openmetadata/openmetadata/users/"
                + userId
                + "/address");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"email\":\"ada.king@contoso.example\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
  }
}
