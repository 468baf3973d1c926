package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.web.RecordedRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups over Microsoft Graph: which functions there are, what they answer and up to where. */
class GraphMembershipTest {

  private static final String ADMINISTRATORS = "d12ec700-0000-4000-8000-000000000001";
  private static final String CAST = "me/transitiveMemberOf/microsoft.graph.group?$count=true";
  private static final int MANY = 11_000;
  private static final GroupSeries SERIES =
      GroupSeries.of("zofie.novakova@contoso.example", MANY - 1).inChainsOf(10);

  @RegisterExtension
  static final RunningSimulator SIMULATOR =
      RunningSimulator.of(
          Directory.contoso()
              .edited(
                  json ->
                      json.withArray("/directoryRoles")
                          .addObject()
                          .put("id", ADMINISTRATORS)
                          .put("displayName", "Groups Administrator")
                          .put("roleTemplateId", "fdd7a751-b60b-444a-984c-02652fe8fa1c")
                          .putArray("members")
                          .add(Contoso.ADA_UPN))
              .with(
                  GroupChange.addSeries(SERIES),
                  GroupChange.addSeries(
                      GroupSeries.of("hypatia@contoso.example", MANY + 1)
                          .withIdPrefix("97009502-0000-4000-8000-")),
                  ApplicationChange.consent(
                      Contoso.WEB, "GroupMember.Read.All", "Application.Read.All"),
                  ApplicationChange.assign(Contoso.WEB, Contoso.ADA_UPN)));

  private static final String NAMES = "User.Read GroupMember.Read.All";

  @Test
  void checkMemberGroupsAnswersWhichOfTheGroupsAskedForThePersonIsInNestedOnesIncluded() {
    GraphClient.Reply reply =
        GraphClient.of(SIMULATOR, Contoso.GRACE, NAMES)
            .post(
                "me/checkMemberGroups",
                groupIds(Contoso.ANALYTICS, Contoso.NEWSLETTER, Contoso.STEWARDS));

    assertThat(reply.values()).containsExactly(Contoso.ANALYTICS, Contoso.STEWARDS);
    assertThat(reply.json().path("@odata.context").asText())
        .endsWith("/v1.0/$metadata#Collection(Edm.String)");
  }

  @Test
  void checkMemberGroupsTakesTwentyIdsAndNotOneMore() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    assertThat(ada.post("me/checkMemberGroups", groupIds(someIds(20))).status()).isEqualTo(200);
    assertThat(ada.post("me/checkMemberGroups", groupIds(someIds(21))).errorCode())
        .isEqualTo("Request_BadRequest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"groupIds\":[\"admins\"]}", "[]", "oops", ""})
  void aBodyThatIsNoListOfIdsIsRefused(String body) {
    GraphClient.Reply reply =
        GraphClient.of(SIMULATOR, Contoso.ADA, NAMES).post("me/checkMemberGroups", body);

    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void getMemberGroupsAnswersAllGroupsOrSecurityGroupsOnly() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    assertThat(ada.post("me/getMemberGroups", "{\"securityEnabledOnly\":false}").values())
        .containsExactlyInAnyOrder(Contoso.ANALYTICS, Contoso.NEWSLETTER);
    assertThat(ada.post("me/getMemberGroups", "{\"securityEnabledOnly\":true}").values())
        .containsExactly(Contoso.ANALYTICS);
    assertThat(ada.post("me/getMemberGroups", "{}").status()).isEqualTo(400);
  }

  @Test
  void getMemberObjectsAnswersDirectoryRolesToo() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "User.Read");

    assertThat(ada.post("me/getMemberObjects", "{\"securityEnabledOnly\":false}").values())
        .containsExactlyInAnyOrder(Contoso.ANALYTICS, Contoso.NEWSLETTER, ADMINISTRATORS);
    assertThat(ada.post("me/getMemberObjects", "{\"securityEnabledOnly\":true}").values())
        .containsExactly(Contoso.ANALYTICS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getMemberObjects", "getMemberGroups"})
  void elevenThousandIdsFitInOneAnswerAndOneMoreDoesNot(String function) {
    String all = "{\"securityEnabledOnly\":false}";

    List<String> ids =
        GraphClient.of(SIMULATOR, Contoso.ZOFIE, NAMES).post("me/" + function, all).values();
    GraphClient.Reply tooMany =
        GraphClient.of(SIMULATOR, Contoso.HYPATIA, NAMES).post("me/" + function, all);

    assertThat(ids).hasSize(MANY).doesNotHaveDuplicates().contains(SERIES.id(1), SERIES.id(10_999));
    assertThat(tooMany.status()).isEqualTo(400);
    assertThat(tooMany.errorCode()).isEqualTo("Directory_ResultSizeLimitExceeded");
  }

  @Test
  void transitiveMemberOfLeadsThroughAllPagesToEveryGroupOnce() {
    GraphClient zofie = GraphClient.of(SIMULATOR, Contoso.ZOFIE, NAMES);
    SIMULATOR.entra().clearRequests();
    Set<String> ids = new HashSet<>();
    String link = CAST + "&$select=id,displayName&$top=999";
    int largest = 0;
    while (!link.isEmpty()) {
      GraphClient.Reply page = zofie.getAdvanced(link);
      ids.addAll(page.values("id"));
      largest = Math.max(largest, page.values().size());
      link = page.nextLink();
    }

    assertThat(ids).hasSize(MANY);
    assertThat(largest).isEqualTo(999);
    assertThat(SIMULATOR.entra().requests()).hasSize(12).allMatch(RecordedRequest::toGraph);
  }

  @Test
  void aNextLinkIsAnAddressOfTheSameHostThatKeepsWhatWasAsked() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    GraphClient.Reply first = ada.getAdvanced(CAST + "&$select=id&$top=1");
    GraphClient.Reply second = ada.getAdvanced(first.nextLink());

    assertThat(first.nextLink())
        .startsWith(
            SIMULATOR.entra().httpUri() + "/v1.0/me/transitiveMemberOf/microsoft.graph.group?")
        .contains("$select=id", "$top=1", "$count=true", "$skiptoken=");
    assertThat(first.values("id")).containsExactly(Contoso.ANALYTICS);
    assertThat(second.values("id")).containsExactly(Contoso.NEWSLETTER);
    assertThat(second.nextLink()).isEmpty();
  }

  @Test
  void onlyTheFirstPageSaysHowManyThereAre() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    GraphClient.Reply first = ada.getAdvanced(CAST + "&$top=1");

    assertThat(first.json().path("@odata.count").asInt()).isEqualTo(2);
    assertThat(ada.getAdvanced(first.nextLink()).json().has("@odata.count")).isFalse();
  }

  @Test
  void aPageHasAHundredObjectsUnlessToldOtherwise() {
    assertThat(
            GraphClient.of(SIMULATOR, Contoso.ZOFIE, NAMES).get("me/transitiveMemberOf").values())
        .hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000", "-1", "many", "99999999999"})
  void aPageSizeOutOfRangeIsRefused(String top) {
    GraphClient.Reply reply =
        GraphClient.of(SIMULATOR, Contoso.ADA, NAMES).getAdvanced(CAST + "&$top=" + top);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorCode()).isEqualTo("Request_UnsupportedQuery");
  }

  @ParameterizedTest
  @ValueSource(strings = {"memberOf", "transitiveMemberOf"})
  void aCastNeedsTheHeaderAndTheCount(String list) {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);
    String cast = "me/" + list + "/microsoft.graph.group";

    assertThat(ada.getAdvanced(cast + "?$count=true").status()).isEqualTo(200);
    assertThat(ada.getAdvanced(cast).errorCode()).isEqualTo("Request_UnsupportedQuery");
    assertThat(ada.get(cast + "?$count=true").errorCode()).isEqualTo("Request_UnsupportedQuery");
    assertThat(ada.getAdvanced("me/" + list + "/microsoft.graph.user?$count=true").errorCode())
        .isEqualTo("Request_UnsupportedQuery");
  }

  @Test
  void theNextPageNeedsTheHeaderAgain() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);
    String next = ada.getAdvanced(CAST + "&$top=1").nextLink();

    assertThat(ada.get(next).errorCode()).isEqualTo("Request_UnsupportedQuery");
  }

  @Test
  void aSkipTokenThatGraphDidNotIssueIsRefused() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    assertThat(ada.getAdvanced(CAST + "&$skiptoken=bW9yZQ").status()).isEqualTo(400);
    assertThat(ada.getAdvanced(CAST + "&$skiptoken=%2A").status()).isEqualTo(400);
  }

  @Test
  void aListWithoutCastNamesTypesAndHasDirectoryRoles() {
    GraphClient.Reply reply =
        GraphClient.of(SIMULATOR, Contoso.ADA, NAMES).get("me/transitiveMemberOf?$select=id");

    assertThat(reply.values("@odata.type"))
        .containsExactly(
            "#microsoft.graph.group", "#microsoft.graph.group", "#microsoft.graph.directoryRole");
  }

  @Test
  void memberOfLeavesNestedGroupsOut() {
    GraphClient grace = GraphClient.of(SIMULATOR, Contoso.GRACE, NAMES);

    assertThat(grace.get("me/memberOf").values("id")).containsExactly(Contoso.STEWARDS);
    assertThat(grace.get("me/transitiveMemberOf").values("id"))
        .containsExactlyInAnyOrder(Contoso.STEWARDS, Contoso.ANALYTICS);
  }

  @Test
  void aCountAloneIsPlainText() {
    GraphClient.Reply reply =
        GraphClient.of(SIMULATOR, Contoso.ZOFIE, NAMES)
            .getAdvanced("me/transitiveMemberOf/microsoft.graph.group/$count");

    assertThat(reply.page().body()).isEqualTo(Integer.toString(MANY));
  }

  @Test
  void aGroupHasNoMemberThatOnlyTheDirectoryFileHas() {
    JsonNode group =
        GraphClient.of(SIMULATOR, Contoso.GRACE, NAMES).get("me/memberOf").json().at("/value/0");

    assertThat(group.path("displayName").asText()).isEqualTo("Data stewards");
    assertThat(group.has("members")).isFalse();
  }

  @Test
  void getByIdsAnswersNamesAndSkipsWhatIsNotThere() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);
    String unknown = "99999999-0000-4000-8000-000000000000";

    GraphClient.Reply reply =
        ada.post(
            "directoryObjects/getByIds",
            "{\"ids\":[\"%s\",\"%s\",\"%s\"],\"types\":[\"group\"]}"
                .formatted(Contoso.STEWARDS, unknown, Contoso.ADA_ID));

    assertThat(reply.values("displayName")).containsExactly("Data stewards");
    assertThat(reply.values("@odata.type")).containsExactly("#microsoft.graph.group");
  }

  @Test
  void getByIdsTakesAThousandIdsAndNotOneMore() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    assertThat(ada.post("directoryObjects/getByIds", ids("ids", someIds(1_000))).status())
        .isEqualTo(200);
    assertThat(ada.post("directoryObjects/getByIds", ids("ids", someIds(1_001))).status())
        .isEqualTo(400);
  }

  @Test
  void aServicePrincipalIsFoundByClientIdAndByObjectId() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "Application.Read.All");
    JsonNode byAppId =
        ada.get("servicePrincipals(appId='%s')?$select=id,appId".formatted(Contoso.WEB)).json();

    assertThat(byAppId.path("appId").asText()).isEqualTo(Contoso.WEB);
    assertThat(
            ada.get("servicePrincipals/" + byAppId.path("id").asText())
                .json()
                .path("displayName")
                .asText())
        .isEqualTo("OpenMetadata sign-in (Web)");
    assertThat(ada.get("servicePrincipals(appId='nobody')").status()).isEqualTo(404);
  }

  @Test
  void whoIsAssignedToAnApplicationComesInPages() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, "Application.Read.All");
    String list = "servicePrincipals(appId='%s')/appRoleAssignedTo".formatted(Contoso.WEB);

    GraphClient.Reply first = ada.get(list + "?$top=1&$select=principalId,appRoleId");
    GraphClient.Reply second = ada.get(first.nextLink());

    assertThat(first.json().at("/value/0")).hasSize(2);
    assertThat(first.values("principalId")).containsExactly(Contoso.GRACE_ID);
    assertThat(second.values("principalId")).containsExactly(Contoso.ADA_ID);
    assertThat(second.values("appRoleId")).containsExactly("00000000-0000-0000-0000-000000000000");
    assertThat(ada.get(list).values("principalDisplayName"))
        .containsExactly("Grace Hopper", "Ada Lovelace");
  }

  @Test
  void anApplicationAsksForAPersonByObjectIdOrName() {
    Directory before = SIMULATOR.entra().directory();
    SIMULATOR
        .entra()
        .change(
            ApplicationChange.grant(
                Contoso.WEB, GraphPermission.USER_READ_ALL, GraphPermission.GROUP_MEMBER_READ_ALL));
    try {
      GraphClient application = GraphClient.ofApplication(SIMULATOR);

      for (String name : List.of(Contoso.GRACE_ID, Contoso.GRACE_UPN)) {
        String person = "users/" + name;
        assertThat(application.get(person + "/memberOf").values("displayName"))
            .containsExactly("Data stewards");
        assertThat(
                application
                    .post(person + "/checkMemberGroups", groupIds(Contoso.ANALYTICS))
                    .values())
            .containsExactly(Contoso.ANALYTICS);
        assertThat(
                application
                    .post(person + "/getMemberObjects", "{\"securityEnabledOnly\":true}")
                    .values())
            .hasSize(2);
        assertThat(application.get(person).json().path("id").asText()).isEqualTo(Contoso.GRACE_ID);
      }
      assertThat(application.get("users/nobody@contoso.example/memberOf").status()).isEqualTo(404);
    } finally {
      SIMULATOR.entra().replaceDirectory(before);
    }
  }

  @Test
  void whatGraphDoesNotHaveIsABadRequest() {
    GraphClient ada = GraphClient.of(SIMULATOR, Contoso.ADA, NAMES);

    for (String path : List.of("me/unknown", "planets", "me/memberOf/a/b", "users")) {
      assertThat(ada.getAdvanced(path).status()).as(path).isEqualTo(400);
    }
    assertThat(ada.getAdvanced(CAST + "&$filter=x").errorCode())
        .isEqualTo("Request_UnsupportedQuery");
  }

  private static String groupIds(String... ids) {
    return ids("groupIds", List.of(ids));
  }

  private static String groupIds(List<String> ids) {
    return ids("groupIds", ids);
  }

  private static String ids(String member, List<String> ids) {
    return ids.stream()
        .map(id -> '"' + id + '"')
        .collect(Collectors.joining(",", "{\"" + member + "\":[", "]}"));
  }

  private static List<String> someIds(int howMany) {
    return IntStream.range(0, howMany).mapToObj(SERIES::id).toList();
  }
}
