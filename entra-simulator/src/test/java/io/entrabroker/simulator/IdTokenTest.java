package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import io.entrabroker.simulator.directory.Directory;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands in an ID token, person by person and switch by switch. */
class IdTokenTest {

  private static final String ANALYTICS = "97009500-0000-4000-8000-000000000002";
  private static final String STEWARDS = "97009500-0000-4000-8000-000000000001";

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  @Test
  void aMembersTokenHasEntrasClaimsAndNoOthers() throws ParseException {
    JWTClaimsSet claims = idToken(Contoso.ADA);

    assertThat(claims.getClaims())
        .containsOnlyKeys(
            "aud",
            "iss",
            "iat",
            "nbf",
            "exp",
            "aio",
            "rh",
            "uti",
            "sub",
            "oid",
            "tid",
            "sid",
            "ver",
            "name",
            "preferred_username",
            "nonce",
            "email",
            "given_name",
            "family_name",
            "upn",
            "acct",
            "login_hint",
            "xms_edov",
            "groups");
    assertThat(claims.getAudience()).containsExactly(Contoso.WEB);
    assertThat(claims.getIssuer())
        .isEqualTo(SIMULATOR.entra().httpUri() + "/" + Contoso.TENANT + "/v2.0");
    assertThat(claims.getClaims())
        .contains(
            Map.entry("oid", Contoso.ADA_ID),
            Map.entry("tid", Contoso.TENANT),
            Map.entry("ver", "2.0"),
            Map.entry("name", "Ada Lovelace"),
            Map.entry("preferred_username", "ada.lovelace@contoso.example"),
            Map.entry("email", "ada.lovelace@contoso.example"),
            Map.entry("given_name", "Ada"),
            Map.entry("family_name", "Lovelace"),
            Map.entry("nonce", "nonce-1"),
            Map.entry("acct", 0L),
            Map.entry("xms_edov", true));
  }

  @Test
  void aTokenIsDatedBackFiveMinutesAndGoodForOneHour() {
    Instant now = SIMULATOR.clock().instant();

    JWTClaimsSet claims = idToken(Contoso.ADA);

    Instant issued = claims.getIssueTime().toInstant();
    assertThat(issued).isBetween(now.minusSeconds(301), now.minusSeconds(240));
    assertThat(claims.getNotBeforeTime().toInstant()).isEqualTo(issued);
    assertThat(Duration.between(issued, claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofSeconds(3900));
  }

  @Test
  void aPersonWithoutMailHasNoEmail() {
    JWTClaimsSet claims = idToken(Contoso.ALAN);

    assertThat(claims.getClaims()).doesNotContainKeys("email", "xms_edov");
    assertThat(claims.getClaim("preferred_username")).isEqualTo("alan.turing@contoso.example");
  }

  @Test
  void aPersonWithOneNameHasNeitherGivenNorFamilyName() {
    JWTClaimsSet claims = idToken(Contoso.HYPATIA);

    assertThat(claims.getClaims()).doesNotContainKeys("given_name", "family_name");
    assertThat(claims.getClaim("name")).isEqualTo("Hypatia");
  }

  @Test
  void aNameKeepsItsLetters() {
    assertThat(idToken(Contoso.ZOFIE).getClaim("name")).isEqualTo("Žofie Nováková-Łukasiewicz");
  }

  @Test
  void anAssignedAppRoleIsInTheToken() throws ParseException {
    assertThat(idToken(Contoso.GRACE).getStringListClaim("roles")).containsExactly("DataSteward");
    assertThat(idToken(Contoso.ADA).getClaim("roles")).isNull();
  }

  @Test
  void aGuestShowsWhereTheyComeFrom() {
    JWTClaimsSet claims = idToken(Contoso.BOB);

    assertThat(claims.getClaims())
        .contains(
            Map.entry("acct", 1L),
            Map.entry("idp", "https://sts.windows.net/fab41ca0-0000-4000-8000-000000000001/"),
            Map.entry("preferred_username", "bob@fabrikam.example"),
            Map.entry("upn", "bob@fabrikam.example"),
            Map.entry("email", "bob@fabrikam.example"),
            Map.entry("xms_edov", false),
            Map.entry("tid", Contoso.TENANT));
  }

  @Test
  void nestedSecurityGroupsAreInTheTokenAndOthersAreNot() throws ParseException {
    assertThat(idToken(Contoso.GRACE).getStringListClaim("groups"))
        .containsExactlyInAnyOrder(STEWARDS, ANALYTICS);
    assertThat(idToken(Contoso.ADA).getStringListClaim("groups")).containsExactly(ANALYTICS);
  }

  @Test
  void withoutScopeProfileNothingNamesThePerson() {
    JWTClaimsSet claims =
        SIMULATOR.signInThroughWeb(Form.web().with("scope", "openid"), Contoso.ADA).idToken();

    assertThat(claims.getClaims()).doesNotContainKeys("oid", "name", "preferred_username");
    assertThat(claims.getSubject()).isNotBlank();
  }

  @Test
  void withoutScopeOpenidThereIsNoIdToken() {
    TokenReply reply =
        SIMULATOR.signInThroughWeb(Form.web().with("scope", "User.Read"), Contoso.ADA);

    assertThat(reply.json().has("id_token")).isFalse();
    assertThat(reply.text("access_token")).isNotBlank();
  }

  @Test
  void theSubjectDiffersFromApplicationToApplication() {
    String viaWeb = idToken(Contoso.ADA).getSubject();
    String viaWebAgain = idToken(Contoso.ADA).getSubject();
    String viaSpa =
        SIMULATOR
            .redeem(Form.spaCode(SIMULATOR.code(Form.spa(), Contoso.ADA)), "Origin", Contoso.ORIGIN)
            .idToken()
            .getSubject();

    assertThat(viaWebAgain).isEqualTo(viaWeb);
    assertThat(viaSpa).isNotEqualTo(viaWeb);
  }

  @Test
  void aTokenFromTheAuthorizationEndpointBindsTheCodeWithIt() {
    Form hybrid = Form.implicit().with("response_type", "code id_token");

    Map<String, String> answer =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(hybrid))
            .press(Contoso.ADA)
            .fragmentOfLocation();

    assertThat(TokenReply.claims(answer.get("id_token")).getClaim("c_hash"))
        .isEqualTo(
            CodeHash.compute(new AuthorizationCode(answer.get("code")), JWSAlgorithm.RS256, null)
                .getValue());
  }

  @Test
  void aTokenFromTheTokenEndpointHasNoHashes() {
    assertThat(idToken(Contoso.ADA).getClaims()).doesNotContainKeys("c_hash", "at_hash");
  }

  @Test
  void moreThanTwoHundredGroupsAreOnlyHintedAt() {
    Directory before = SIMULATOR.entra().directory();
    SIMULATOR.entra().replaceDirectory(before.edited(json -> addGroups(json, 200)));
    try {
      JWTClaimsSet claims = idToken(Contoso.ADA);

      assertThat(claims.getClaims()).doesNotContainKey("groups");
      assertThat(claims.getClaim("_claim_names")).isEqualTo(Map.of("groups", "src1"));
      assertThat(claims.getClaim("_claim_sources").toString())
          .contains("https://graph.windows.net/" + Contoso.TENANT, "getMemberObjects");
    } finally {
      SIMULATOR.entra().replaceDirectory(before);
    }
  }

  @Test
  void moreThanFiveGroupsDoNotTravelThroughTheBrowser() {
    Directory before = SIMULATOR.entra().directory();
    SIMULATOR.entra().replaceDirectory(before.edited(json -> addGroups(json, 5)));
    try {
      String token =
          SIMULATOR
              .browser()
              .open(SIMULATOR.authorize(Form.implicit()))
              .press(Contoso.ADA)
              .fragmentOfLocation()
              .get("id_token");

      assertThat(TokenReply.claims(token).getClaims())
          .containsEntry("hasgroups", true)
          .doesNotContainKeys("groups", "_claim_names");
    } finally {
      SIMULATOR.entra().replaceDirectory(before);
    }
  }

  private static void addGroups(ObjectNode json, int howMany) {
    for (int i = 0; i < howMany; i++) {
      json.withArray("groups")
          .addObject()
          .put("id", "97009500-0000-4000-9000-%012d".formatted(i))
          .put("displayName", "Group " + i)
          .putArray("members")
          .add("ada.lovelace@contoso.example");
    }
  }

  private static JWTClaimsSet idToken(String userButton) {
    return SIMULATOR.signInThroughWeb(Form.web(), userButton).idToken();
  }
}
