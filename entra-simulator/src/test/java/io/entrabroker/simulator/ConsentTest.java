package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.GraphPermission;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may let an application have which permission, and what a token says of it. What people click
 * is remembered, so each test that clicks has its own person; Ada clicks nothing.
 */
class ConsentTest {

  private static final String PERMISSIONS_OF_WEB =
      "/applications/0/requiredResourceAccess/0/resourceAccess";
  private static final int GROUP_MEMBER_READ_ALL = 5;

  private static final String NAMES = "GroupMember.Read.All";
  private static final Directory CONTOSO = Directory.contoso();

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(CONTOSO);

  @AfterEach
  void contosoAgain() {
    SIMULATOR.entra().replaceDirectory(CONTOSO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openid User.Read",
        "openid https://graph.microsoft.com/User.Read",
        "openid 00000003-0000-0000-c000-000000000000/User.Read",
        "openid https://graph.microsoft.com/.default"
      })
  void allNamesOfAPermissionLeadToTheSameToken(String scope) {
    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web().with("scope", scope), Contoso.ADA);

    assertThat(reply.accessToken().getClaim("scp")).isEqualTo("openid User.Read");
    assertThat(reply.text("scope")).isEqualTo("openid https://graph.microsoft.com/User.Read");
  }

  @Test
  void aTokenListsWhatWasAskedForAndDefaultListsAllThatWasGranted() {
    SIMULATOR.entra().change(ApplicationChange.consent(Contoso.WEB, NAMES));

    assertThat(scp("openid User.Read")).isEqualTo("openid User.Read");
    assertThat(scp("openid User.Read " + NAMES)).isEqualTo("openid User.Read " + NAMES);
    assertThat(scp("openid .default")).isEqualTo("openid GroupMember.Read.All User.Read");
  }

  @Test
  void aPermissionForAdministratorsIsRefusedToAnybodyElse() {
    Map<String, String> answer = answer(Contoso.ADA, "openid " + NAMES);

    assertThat(answer).containsEntry("error", "access_denied").containsEntry("state", "state-1");
    assertThat(answer.get("error_description")).startsWith("AADSTS90094: ");
  }

  @Test
  void aPersonGivesWhatTheyMayGiveAndNothingElseComesWithIt() {
    TestBrowser browser = SIMULATOR.browser();
    Form request = Form.web().with("scope", "openid User.Read Calendars.Read");

    TestBrowser.Page consent = browser.open(SIMULATOR.authorize(request)).press(Contoso.ALAN);
    assertThat(consent.body()).contains("Permissions requested", "Calendars.Read");
    String code = consent.press("accept").queryOfLocation().get("code");

    assertThat(SIMULATOR.redeem(Form.webCode(code)).accessToken().getClaim("scp"))
        .isEqualTo("openid User.Read Calendars.Read");
    assertThat(scp(Contoso.ALAN, "openid User.Read")).isEqualTo("openid User.Read");
    assertThat(answer(Contoso.ALAN, "openid User.Read Calendars.Read")).containsKey("code");
  }

  @Test
  void whatOnePersonGaveAnotherDidNot() {
    Form request = Form.web().with("scope", "openid Mail.Read");
    SIMULATOR.browser().open(SIMULATOR.authorize(request)).press(Contoso.GRACE).press("accept");

    assertThat(SIMULATOR.browser().open(SIMULATOR.authorize(request)).press(Contoso.HYPATIA).body())
        .contains("Permissions requested");
  }

  @Test
  void aRefreshForMoreThanWasGrantedIsRefused() {
    String refreshToken =
        SIMULATOR
            .signInThroughWeb(
                Form.web().with("scope", "openid offline_access User.Read"), Contoso.ADA)
            .text("refresh_token");
    Form refresh =
        Form.webCode("none")
            .without("code")
            .with("grant_type", "refresh_token")
            .with("refresh_token", refreshToken);

    TokenReply refused = SIMULATOR.redeem(refresh.with("scope", NAMES));
    SIMULATOR.entra().change(ApplicationChange.consent(Contoso.WEB, NAMES));

    assertThat(refused.aadsts()).isEqualTo(65001);
    assertThat(refused.text("error")).isEqualTo("invalid_grant");
    assertThat(refused.text("suberror")).isEqualTo("consent_required");
    assertThat(SIMULATOR.redeem(refresh.with("scope", NAMES)).accessToken().getClaim("scp"))
        .isEqualTo(NAMES);
  }

  @Test
  void consentThatWasTakenBackIsMissing() {
    SIMULATOR.entra().change(ApplicationChange.withdrawConsent(Contoso.SPA, "User.Read"));
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.spa().with("scope", "openid User.Read")))
            .press(Contoso.GRACE);

    assertThat(page.body()).contains("Permissions requested");
  }

  @Test
  void defaultAsksForEverythingThatTheRegistrationListsAndSoForAnAdministrator() {
    SIMULATOR
        .entra()
        .replaceDirectory(
            CONTOSO.edited(json -> json.withArray("/oauth2PermissionGrants").removeAll()));

    TestBrowser.Page refused =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("scope", "openid .default")))
            .press(Contoso.ZOFIE);

    assertThat(refused.queryOfLocation().get("error_description")).startsWith("AADSTS90094");
  }

  @Test
  void defaultWithoutAnyConsentAsksForWhatTheManifestLists() {
    SIMULATOR
        .entra()
        .replaceDirectory(
            CONTOSO.edited(
                json -> {
                  json.withArray("/oauth2PermissionGrants").removeAll();
                  ((ArrayNode) json.at(PERMISSIONS_OF_WEB)).remove(GROUP_MEMBER_READ_ALL);
                }));
    TestBrowser.Page consent =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("scope", "openid .default")))
            .press(Contoso.ZOFIE);

    String code = consent.press("accept").queryOfLocation().get("code");

    assertThat(SIMULATOR.redeem(Form.webCode(code)).accessToken().getClaim("scp"))
        .isEqualTo("openid User.Read");
  }

  @Test
  void defaultOfAnApiIsWhatWasGrantedOfThatApi() {
    String scope = "openid api://" + Contoso.API + "/.default";

    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web().with("scope", scope), Contoso.ADA);

    assertThat(reply.accessToken().getClaim("scp")).isEqualTo("access_as_user");
  }

  @Test
  void defaultOfAnApiWithoutConsentAsksForWhatTheManifestLists() {
    SIMULATOR
        .entra()
        .replaceDirectory(CONTOSO.edited(ConsentTest::listTheApiInTheManifestButGrantNothing));
    String scope = "openid api://" + Contoso.API + "/.default";
    TestBrowser.Page consent =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("scope", scope)))
            .press(Contoso.HYPATIA);

    String code = consent.press("accept").queryOfLocation().get("code");

    assertThat(SIMULATOR.redeem(Form.webCode(code)).accessToken().getClaim("scp"))
        .isEqualTo("access_as_user");
  }

  @Test
  void anApplicationsOwnTokenForGraphListsWhatWasGrantedToIt() throws Exception {
    Form request = Form.clientCredentials().with("scope", "https://graph.microsoft.com/.default");
    assertThat(SIMULATOR.redeem(request).accessToken().getClaim("roles")).isNull();

    SIMULATOR
        .entra()
        .change(
            ApplicationChange.grant(
                Contoso.WEB, GraphPermission.USER_READ_ALL, GraphPermission.GROUP_MEMBER_READ_ALL));

    assertThat(SIMULATOR.redeem(request).accessToken().getStringListClaim("roles"))
        .containsExactly("GroupMember.Read.All", "User.Read.All");
    assertThat(SIMULATOR.redeem(request).accessToken().getClaims())
        .doesNotContainKeys("scp", "name", "upn", "unique_name", "groups")
        .containsEntry("idtyp", "app");
  }

  private static void listTheApiInTheManifestButGrantNothing(ObjectNode json) {
    json.withArray("/oauth2PermissionGrants").removeAll();
    for (JsonNode application : json.path("applications")) {
      ((ObjectNode) application)
          .withArray("/requiredResourceAccess")
          .addObject()
          .put("resourceAppId", Contoso.API)
          .putArray("resourceAccess")
          .addObject()
          .put("id", "5c09e000-0000-4000-8000-000000000001")
          .put("type", "Scope");
    }
  }

  private static Object scp(String scope) {
    return scp(Contoso.ADA, scope);
  }

  private static Object scp(String userButton, String scope) {
    return SIMULATOR
        .signInThroughWeb(Form.web().with("scope", scope), userButton)
        .accessToken()
        .getClaim("scp");
  }

  private static Map<String, String> answer(String userButton, String scope) {
    return SIMULATOR
        .browser()
        .open(SIMULATOR.authorize(Form.web().with("scope", scope)))
        .press(userButton)
        .queryOfLocation();
  }
}
