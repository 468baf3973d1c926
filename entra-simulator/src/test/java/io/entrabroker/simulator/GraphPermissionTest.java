package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.UserChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which permission opens what in Microsoft Graph, and which token counts at all. */
class GraphPermissionTest {

  private static final String ALL_SCOPES =
      "User.Read User.Read.All GroupMember.Read.All Group.Read.All Directory.Read.All"
          + " Application.Read.All";
  private static final String ALL = "{\"securityEnabledOnly\":false}";
  private static final String CHECK = "{\"groupIds\":[\"" + Contoso.ANALYTICS + "\"]}";
  private static final String BY_IDS = "{\"ids\":[\"" + Contoso.ANALYTICS + "\"]}";
  private static final String ASSIGNED =
      "servicePrincipals(appId='" + Contoso.WEB + "')/appRoleAssignedTo";

  @RegisterExtension
  static final RunningSimulator SIMULATOR =
      RunningSimulator.of(
          Directory.contoso().with(ApplicationChange.consent(Contoso.WEB, ALL_SCOPES.split(" "))));

  @ParameterizedTest
  @CsvSource({
    "User.Read,            200, 403, 403, 200, 403, 403",
    "GroupMember.Read.All, 200, 403, 403, 403, 200, 403",
    "User.Read GroupMember.Read.All, 200, 200, 200, 200, 200, 403",
    "User.Read Group.Read.All,       200, 200, 200, 200, 200, 403",
    "Directory.Read.All,   200, 200, 200, 200, 200, 200",
    "Application.Read.All, 403, 403, 403, 403, 403, 200",
    "profile,              403, 403, 403, 403, 403, 403",
  })
  void eachPermissionOpensItsOwnPart(
      String scopes,
      int memberOf,
      int checkMemberGroups,
      int getMemberGroups,
      int getMemberObjects,
      int getByIds,
      int appRoleAssignedTo) {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, scopes);

    assertThat(ada.get("me/transitiveMemberOf").status()).isEqualTo(memberOf);
    assertThat(ada.get("me/memberOf").status()).isEqualTo(memberOf);
    assertThat(ada.post("me/checkMemberGroups", CHECK).status()).isEqualTo(checkMemberGroups);
    assertThat(ada.post("me/getMemberGroups", ALL).status()).isEqualTo(getMemberGroups);
    assertThat(ada.post("me/getMemberObjects", ALL).status()).isEqualTo(getMemberObjects);
    assertThat(ada.post("directoryObjects/getByIds", BY_IDS).status()).isEqualTo(getByIds);
    assertThat(ada.get(ASSIGNED).status()).isEqualTo(appRoleAssignedTo);
  }

  @Test
  void userReadShowsIdsAndHidesNames() {
    String query = "?$select=id,displayName,groupTypes";
    JsonNode hidden =
        GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read")
            .get("me/transitiveMemberOf" + query)
            .json()
            .at("/value/0");

    assertThat(hidden.path("@odata.type").asText()).isEqualTo("#microsoft.graph.group");
    assertThat(hidden.path("id").asText()).isEqualTo(Contoso.ANALYTICS);
    assertThat(hidden.path("displayName").isNull()).isTrue();
    assertThat(hidden.path("groupTypes")).isEmpty();
  }

  @Test
  void userReadHidesEveryPropertyAlsoWhenNothingIsSelected() {
    JsonNode hidden = GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read").get("me/memberOf").json();

    assertThat(hidden.at("/value/0/securityEnabled").isNull()).isTrue();
    assertThat(hidden.toString()).doesNotContain("Analytics", "analytics");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"})
  void namesNeedAPermissionOverGroups(String scope) {
    assertThat(
            GraphClient.of(SIMULATOR, Contoso.ADA, scope)
                .getAdvanced("me/memberOf/microsoft.graph.group?$count=true&$select=displayName")
                .values("displayName"))
        .containsExactly("Analytics", "Newsletter");
  }

  @Test
  void whatIsRefusedSaysSoInGraphsWords() {
    GraphClient.Reply reply = GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read").get(ASSIGNED);

    assertThat(reply.errorCode()).isEqualTo("Authorization_RequestDenied");
    assertThat(reply.json().at("/error/innerError/request-id").asText()).isNotBlank();
    assertThat(reply.json().at("/error/innerError/date").asText()).isNotBlank();
  }

  @Test
  void anotherPersonIsNotOnesOwn() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read");

    assertThat(ada.get("users/" + Contoso.ADA_ID + "/memberOf").status()).isEqualTo(200);
    assertThat(ada.get("users/" + Contoso.GRACE_ID + "/memberOf").status()).isEqualTo(403);
    assertThat(ada.get("users/" + Contoso.GRACE_ID).status()).isEqualTo(403);
    assertThat(
            GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read.All")
                .get("users/" + Contoso.GRACE_ID + "/memberOf")
                .status())
        .isEqualTo(200);
  }

  @Test
  void anApplicationHasNoMe() {
    GraphClient.Reply reply = GraphClient.ofApplication(SIMULATOR).get("me/memberOf");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").asText())
        .isEqualTo("/me request is only valid with delegated authentication flow.");
  }

  @Test
  void anApplicationReadsOnlyWithPermissionsThatWereGrantedToIt() {
    String groups = "users/" + Contoso.ADA_ID + "/transitiveMemberOf";
    assertThat(GraphClient.ofApplication(SIMULATOR).get(groups).status()).isEqualTo(403);
    Directory before = SIMULATOR.entra().directory();
    SIMULATOR
        .entra()
        .change(ApplicationChange.grant(Contoso.WEB, GraphPermission.GROUP_MEMBER_READ_ALL));
    try {
      assertThat(GraphClient.ofApplication(SIMULATOR).get(groups).status()).isEqualTo(200);
    } finally {
      SIMULATOR.entra().replaceDirectory(before);
    }
  }

  @Test
  void aTokenThatIsNotForGraphOrNotGoodAnyMoreIsRefused() {
    TokenReply forApi =
        SIMULATOR.signInThroughWeb(
            Form.web().with("scope", "openid api://" + Contoso.API + "/access_as_user"),
            Contoso.ADA);
    String expired =
        SIMULATOR
            .signInThroughWeb(Form.web().with("scope", "User.Read"), Contoso.ADA)
            .text("access_token");
    SIMULATOR.clock().advance(Duration.ofMinutes(91));

    for (String token :
        List.of(forApi.text("access_token"), forApi.text("id_token"), expired, "nonsense", "")) {
      GraphClient.Reply reply = GraphClient.withToken(SIMULATOR, token).get("me/memberOf");

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.errorCode()).isEqualTo("InvalidAuthenticationToken");
    }
  }

  @Test
  void aTokenOfSomebodyWhoIsGoneIsRefused() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read");
    Directory before = SIMULATOR.entra().directory();
    SIMULATOR.entra().change(UserChange.delete(Contoso.ADA_UPN));
    try {
      assertThat(ada.get("me/memberOf").status()).isEqualTo(401);
    } finally {
      SIMULATOR.entra().replaceDirectory(before);
    }
  }
}
