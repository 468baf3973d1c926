package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.directory.GroupSeries;
import io.entrabroker.simulator.directory.User;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of an application make of a person's groups. */
class GroupClaimsTest {

  private static final Directory CONTOSO = Directory.contoso();
  private static final String TEMPLATE = "fdd7a751-b60b-444a-984c-02652fe8fa1c";
  private static final String FROM_PREMISES = "97009500-0000-4000-8000-000000000009";

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(CONTOSO);

  @AfterEach
  void contosoAgain() {
    SIMULATOR.entra().replaceDirectory(CONTOSO);
  }

  @ParameterizedTest
  @CsvSource({"10, groups", "199, groups", "200, _claim_names", "11000, _claim_names"})
  void moreThanTwoHundredGroupsAreOnlyHintedAt(int moreGroups, String claim) throws ParseException {
    SIMULATOR.entra().replaceDirectory(CONTOSO.withGroupsFor(Contoso.ADA_UPN, moreGroups));

    JWTClaimsSet claims = idToken(Contoso.ADA);

    assertThat(claims.getClaims()).containsKey(claim);
    assertThat(claims.getClaim("groups") == null).isEqualTo(!claim.equals("groups"));
    if (claim.equals("groups")) {
      assertThat(claims.getStringListClaim("groups")).hasSize(moreGroups + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, groups", "5, hasgroups"})
  void sixGroupsDoNotTravelThroughTheBrowser(int moreGroups, String claim) {
    SIMULATOR.entra().replaceDirectory(CONTOSO.withGroupsFor(Contoso.ADA_UPN, moreGroups));

    String token =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.implicit()))
            .press(Contoso.ADA)
            .fragmentOfLocation()
            .get("id_token");

    assertThat(TokenReply.claims(token).getClaims())
        .containsKey(claim)
        .doesNotContainKeys("_claim_names", "_claim_sources");
  }

  @Test
  void groupsOfAChainCountAsNestedOnes() throws ParseException {
    GroupSeries chain = GroupSeries.of(Contoso.ADA_UPN, 20).inChainsOf(20);
    change(GroupChange.addSeries(chain));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups"))
        .contains(chain.id(1), chain.id(20))
        .hasSize(21);
    assertThat(SIMULATOR.entra().directory().tenants().get(0).directGroupsOf(ada())).hasSize(3);
  }

  @Test
  void allHasGroupsOfEveryKind() throws ParseException {
    change(ApplicationChange.groupMembershipClaims(Contoso.WEB, "All"));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups"))
        .containsExactlyInAnyOrder(Contoso.ANALYTICS, Contoso.NEWSLETTER);
  }

  @Test
  void noneHasNoGroupsAtAll() {
    change(ApplicationChange.groupMembershipClaims(Contoso.WEB, "None"));

    assertThat(idToken(Contoso.ADA).getClaims()).doesNotContainKeys("groups", "wids");
  }

  @Test
  void applicationGroupHasAssignedGroupsThatListThePersonDirectly() throws ParseException {
    change(
        ApplicationChange.groupMembershipClaims(Contoso.WEB, "ApplicationGroup"),
        ApplicationChange.assign(Contoso.WEB, Contoso.ANALYTICS));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups"))
        .containsExactly(Contoso.ANALYTICS);
    assertThat(idToken(Contoso.GRACE).getClaim("groups")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"All", "DirectoryRole", "SecurityGroup, DirectoryRole"})
  void directoryRolesAreTemplateIdsAndCountThroughGroups(String setting) throws ParseException {
    change(ApplicationChange.groupMembershipClaims(Contoso.WEB, setting), roleOf(Contoso.STEWARDS));

    assertThat(idToken(Contoso.GRACE).getStringListClaim("wids")).containsExactly(TEMPLATE);
    assertThat(idToken(Contoso.ADA).getClaim("wids")).isNull();
  }

  @Test
  void directoryRolesStandInNoTokenThatDidNotAskForThem() {
    change(roleOf(Contoso.STEWARDS));

    assertThat(idToken(Contoso.GRACE).getClaim("wids")).isNull();
  }

  @Test
  void directoryRoleAloneHasNoGroups() {
    change(ApplicationChange.groupMembershipClaims(Contoso.WEB, "DirectoryRole"));

    assertThat(idToken(Contoso.ADA).getClaim("groups")).isNull();
  }

  @Test
  void assignedCloudGroupsAreNamesWhenTheApplicationAsksForThat() throws ParseException {
    change(
        ApplicationChange.groupMembershipClaims(Contoso.WEB, "ApplicationGroup"),
        ApplicationChange.assign(Contoso.WEB, Contoso.ANALYTICS),
        ApplicationChange.optionalClaim(Contoso.WEB, "groups", "cloud_displayname"));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups")).containsExactly("Analytics");
  }

  @Test
  void groupsThatAreNotAssignedStayIdsWhateverTheApplicationAsksFor() throws ParseException {
    change(ApplicationChange.optionalClaim(Contoso.WEB, "groups", "cloud_displayname"));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups"))
        .containsExactly(Contoso.ANALYTICS);
  }

  @ParameterizedTest
  @CsvSource({
    "sam_account_name, ANALYSTS",
    "netbios_domain_and_sam_account_name, CONTOSO\\ANALYSTS",
    "dns_domain_and_sam_account_name, contoso.example\\ANALYSTS"
  })
  void namesFromPremisesLeaveCloudGroupsOut(String option, String expected) throws ParseException {
    change(synced(), ApplicationChange.optionalClaim(Contoso.WEB, "groups", option));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups")).containsExactly(expected);
  }

  @Test
  void bothKindsOfNamesCanBeMixed() throws ParseException {
    change(
        synced(),
        ApplicationChange.groupMembershipClaims(Contoso.WEB, "ApplicationGroup"),
        ApplicationChange.assign(Contoso.WEB, Contoso.ANALYTICS),
        ApplicationChange.assign(Contoso.WEB, FROM_PREMISES),
        ApplicationChange.optionalClaim(
            Contoso.WEB, "groups", "sam_account_name", "cloud_displayname"));

    assertThat(idToken(Contoso.ADA).getStringListClaim("groups"))
        .containsExactlyInAnyOrder("Analytics", "ANALYSTS");
  }

  @Test
  void groupsEmittedAsRolesDisplaceAppRoles() throws ParseException {
    change(ApplicationChange.optionalClaim(Contoso.WEB, "groups", "emit_as_roles"));

    JWTClaimsSet claims = idToken(Contoso.GRACE);

    assertThat(claims.getClaim("groups")).isNull();
    assertThat(claims.getStringListClaim("roles"))
        .containsExactlyInAnyOrder(Contoso.STEWARDS, Contoso.ANALYTICS);
  }

  @Test
  void anAppRoleComesThroughAGroupOnlyToDirectMembers() throws ParseException {
    change(ApplicationChange.assignRole(Contoso.WEB, Contoso.ANALYTICS, "DataSteward"));
    change(ApplicationChange.unassign(Contoso.WEB, Contoso.GRACE_UPN));

    assertThat(idToken(Contoso.ADA).getStringListClaim("roles")).containsExactly("DataSteward");
    assertThat(idToken(Contoso.GRACE).getClaim("roles")).isNull();
  }

  @Test
  void theHintNamesTheOldGraphAndNoOtherMember() {
    SIMULATOR.entra().replaceDirectory(CONTOSO.withGroupsFor(Contoso.ADA_UPN, 201));

    assertThat(idToken(Contoso.ADA).getClaim("_claim_sources"))
        .isEqualTo(
            Map.of(
                "src1",
                Map.of(
                    "endpoint",
                    "https://graph.windows.net/%s/users/%s/getMemberObjects"
                        .formatted(Contoso.TENANT, Contoso.ADA_ID))));
  }

  private static DirectoryChange roleOf(String member) {
    return root ->
        root.withArray("/directoryRoles")
            .addObject()
            .put("id", "d12ec700-0000-4000-8000-000000000001")
            .put("displayName", "Groups Administrator")
            .put("roleTemplateId", TEMPLATE)
            .putArray("members")
            .add(member);
  }

  private static DirectoryChange synced() {
    return root -> {
      GroupChange.add(FROM_PREMISES, "Analysts", Contoso.ADA_UPN).applyTo(root);
      ((ObjectNode) root.path("groups").get(root.path("groups").size() - 1))
          .put("onPremisesSamAccountName", "ANALYSTS")
          .put("onPremisesNetBiosName", "CONTOSO")
          .put("onPremisesDomainName", "contoso.example");
    };
  }

  private static User ada() {
    return SIMULATOR.entra().directory().tenants().get(0).user(Contoso.ADA_ID).orElseThrow();
  }

  private static void change(DirectoryChange... changes) {
    SIMULATOR.entra().change(changes);
  }

  private static JWTClaimsSet idToken(String userButton) {
    return SIMULATOR.signInThroughWeb(Form.web(), userButton).idToken();
  }
}
