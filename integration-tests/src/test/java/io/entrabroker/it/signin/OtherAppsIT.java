package io.entrabroker.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One session for all apps of the realm; but only the catalog's own tokens open the catalog. */
@CleanLog
class OtherAppsIT {

  private static final String SECOND_APP = "second-app";
  private static final String SECOND_APP_URL = "http://localhost:9/second";

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  void addSecondApp() {
    realm.forgetPeople();
    stack
        .admin()
        .post(
            "/openmetadata/clients",
            Map.of(
                "clientId",
                SECOND_APP,
                "publicClient",
                true,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(SECOND_APP_URL)));
  }

  @AfterEach
  void removeSecondApp() {
    String id =
        stack.admin().get("/openmetadata/clients?clientId=" + SECOND_APP).get(0).get("id").asText();
    stack.admin().delete("/openmetadata/clients/" + id);
    realm.forgetPeople();
  }

  @Test
  void aSecondAppGetsInWithoutEntraBeingAskedAgainAndItsTokenIsNoCatalogToken() {
    try (Person ada = Person.with(stack)) {
      String catalogToken = Person.parameter(ada.signsIn("entra", "ada.lovelace"), "id_token");
      stack.simulator().clearRequests();

      String secondToken = new App(stack, SECOND_APP, SECOND_APP_URL, Map.of()).idToken(ada);

      assertThat(stack.simulator().requests()).noneMatch(RecordedRequest::toAuthorizeEndpoint);
      assertThat(Json.claims(secondToken).get("sub"))
          .isEqualTo(Json.claims(catalogToken).get("sub"));
      assertThat(catalogAnswers(catalogToken)).isEqualTo(200);
      assertThat(catalogAnswers(secondToken)).isEqualTo(401);
    }
  }

  @Test
  void theAccountConsolesTokenIsNoCatalogToken() {
    try (Person ada = Person.with(stack)) {
      ada.signsIn("entra", "ada.lovelace");
      String redirectUri = stack.keycloak().realmUri() + "/account/";
      String token = new App(stack, "account-console", redirectUri, Map.of()).idToken(ada);

      assertThat(catalogAnswers(token)).isEqualTo(401);
    }
  }

  @Test
  void adminClisTokenIsNoCatalogToken() {
    String id =
        realm.createUser(
            Map.of(
                "username",
                "operator",
                "email",
                "operator@contoso.example",
                "emailVerified",
                true,
                "enabled",
                true,
                "credentials",
                List.of(
                    Map.of(
                        "type", "password",
                        "value", "a long Passphrase 4711!",
                        "temporary", false))));
    assertThat(id).isNotEmpty();
    String answer =
        App.post(
            stack.keycloak().realmUri() + "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "operator",
                "password", "a long Passphrase 4711!",
                "scope", "openid"));

    assertThat(catalogAnswers(Json.read(answer).get("id_token").asText())).isEqualTo(401);
    assertThat(catalogAnswers(Json.read(answer).get("access_token").asText())).isEqualTo(401);
  }

  private int catalogAnswers(String bearer) {
    return App.catalogAnswers(stack, bearer);
  }
}
