package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.UserChange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tokens say of guests, of personal accounts, and of people whose data cause trouble. */
class PeopleTest {

  private static final String FABRIKAM = "fab41ca0-0000-4000-8000-000000000001";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final Directory EVERYBODY = Directory.contosoAndOthers();

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.of(EVERYBODY);

  @AfterEach
  void everybodyAgain() {
    SIMULATOR.entra().replaceDirectory(EVERYBODY);
  }

  @ParameterizedTest
  @CsvSource({
    "user-bob_fabrikam.example-ext, https://sts.windows.net/" + FABRIKAM + "/, true",
    "user-eve_outlook.example-ext, live.com, true",
    "user-otto_postbox.example-ext, mail, true",
    "user-gina_gmail.example-ext, google.com, true",
    "user-saml_partner.example-ext, https://idp.partner.example/saml, false",
  })
  void aGuestShowsWhereTheySignInAndWhetherThatVerifiesAddresses(
      String button, String provider, boolean verified) {
    JWTClaimsSet claims = idToken(button);

    assertThat(claims.getClaims())
        .containsEntry("acct", 1L)
        .containsEntry("idp", provider)
        .containsEntry("xms_edov", verified)
        .containsEntry("tid", Contoso.TENANT)
        .containsEntry("preferred_username", claims.getClaim("email"));
  }

  @Test
  void aGuestUnderAnothersAddressLooksVerifiedSinceTheDomainIs() {
    assertThat(idToken("user-mallory_evil.example-ext").getClaims())
        .containsEntry("email", Contoso.GRACE_UPN)
        .containsEntry("name", "Grace Hopper")
        .containsEntry("preferred_username", "mallory@evil.example")
        .containsEntry("acct", 1L)
        .containsEntry("xms_edov", true);
  }

  @Test
  void aMemberFromElsewhereIsNoGuestButHasAForeignProvider() {
    assertThat(idToken("user-carol_fabrikam.example-ext").getClaims())
        .containsEntry("acct", 0L)
        .containsEntry("idp", "https://sts.windows.net/" + FABRIKAM + "/");
  }

  @Test
  void aGuestWhoLivesHereHasNoForeignProvider() {
    assertThat(idToken("user-temp.worker").getClaims())
        .containsEntry("acct", 1L)
        .containsEntry("upn", "temp.worker@contoso.example")
        .doesNotContainKey("idp");
  }

  @Test
  void aGuestWithoutMailHasNoAddress() {
    assertThat(idToken("user-nomail_fabrikam.example-ext").getClaims())
        .doesNotContainKeys("email", "xms_edov")
        .containsEntry("preferred_username", "nomail@fabrikam.example");
  }

  @ParameterizedTest
  @CsvSource({
    "include_externally_authenticated_upn,"
        + " bob_fabrikam.example#EXT#@contoso.onmicrosoft.example",
    "include_externally_authenticated_upn_without_hash,"
        + " bob_fabrikam.example_EXT_@contoso.onmicrosoft.example",
  })
  void aGuestsUpnIsTheOneHereIfTheApplicationWantsIt(String option, String upn) {
    SIMULATOR.entra().change(ApplicationChange.optionalClaim(Contoso.WEB, "upn", option));

    assertThat(idToken(Contoso.BOB).getClaim("upn")).isEqualTo(upn);
  }

  @Test
  void anAddressElsewhereIsNotVerified() {
    assertThat(idToken("user-mail.elsewhere").getClaims())
        .containsEntry("email", "ceo@victim.example")
        .containsEntry("xms_edov", false)
        .containsEntry("acct", 0L);
  }

  @Test
  void theFileMayOverrideWhoVerifiedAnAddress() {
    SIMULATOR
        .entra()
        .replaceDirectory(
            EVERYBODY.edited(
                json ->
                    json.withObject("/tenants/0/users/0").put("emailDomainOwnerVerified", false)));

    assertThat(idToken(Contoso.ADA).getClaims()).containsEntry("xms_edov", false);
  }

  @Test
  void nothingIsSaidOfAnAddressThatIsNotInTheToken() {
    SIMULATOR.entra().change(UserChange.clear(Contoso.ADA_UPN, "mail"));

    assertThat(idToken(Contoso.ADA).getClaims()).doesNotContainKeys("email", "xms_edov");
  }

  @Test
  void otherMailsAreInNoToken() {
    assertThat(idToken("user-kai.lee").getClaims())
        .doesNotContainKeys("email", "xms_edov")
        .doesNotContainValue("kai@private.example");
  }

  @Test
  void verifiedAddressesAreListsAndLeaveOtherDomainsOut() {
    SIMULATOR
        .entra()
        .change(
            ApplicationChange.optionalClaim(Contoso.WEB, "verified_primary_email"),
            ApplicationChange.optionalClaim(Contoso.WEB, "verified_secondary_email"));

    assertThat(idToken("user-mary.somerville").getClaims())
        .containsEntry("verified_primary_email", List.of("mary.somerville@contoso.example"))
        .containsEntry("verified_secondary_email", List.of("mary@contoso.example"));
    assertThat(idToken(Contoso.ALAN).getClaims())
        .doesNotContainKeys("verified_primary_email", "verified_secondary_email");
    assertThat(idToken(Contoso.BOB).getClaims()).doesNotContainKey("verified_primary_email");
  }

  @Test
  void anApplicationThatWantsNoUnverifiedAddressGetsNone() {
    SIMULATOR
        .entra()
        .replaceDirectory(
            EVERYBODY.edited(
                json ->
                    json.withObject("/tenants/0/applications/0")
                        .remove("authenticationBehaviors")));

    assertThat(idToken("user-mail.elsewhere").getClaims()).doesNotContainKeys("email", "xms_edov");
    assertThat(idToken(Contoso.ADA).getClaims()).containsKeys("email", "xms_edov");
  }

  @Test
  void namesAndUpnNeedTheScopeProfile() {
    JWTClaimsSet claims =
        SIMULATOR.signInThroughWeb(Form.web().with("scope", "openid email"), Contoso.ADA).idToken();

    assertThat(claims.getClaims())
        .containsKey("email")
        .doesNotContainKeys("given_name", "family_name", "upn", "name");
  }

  @Test
  void twoPeopleOfOneLocalPartHaveButtonsOfTheirOwn() {
    assertThat(idToken(Contoso.ADA).getClaim("oid")).isEqualTo(Contoso.ADA_ID);
    assertThat(idToken("user-ada.lovelace-research.contoso.example").getClaims())
        .containsEntry("preferred_username", "ada.lovelace@research.contoso.example")
        .containsEntry("xms_edov", true);
  }

  @Test
  void everyButtonIsThereOnce() {
    String page = SIMULATOR.browser().open(SIMULATOR.authorize(Form.web())).body();
    Matcher buttons = Pattern.compile("id=\"(user-[^\"]+)\"").matcher(page);
    List<String> ids = new ArrayList<>();
    while (buttons.find()) {
      ids.add(buttons.group(1));
    }

    assertThat(ids)
        .doesNotHaveDuplicates()
        .hasSize(EVERYBODY.tenants().get(0).users().size())
        .contains("user-admin", "user-conan.o-brien", "user-al", "user-alkhwarizmi");
  }

  @ParameterizedTest
  @CsvSource({"user-many.groups, true", "user-all.groups, true", "user-six.groups, false"})
  void groupsOfEverySizeAreReady(String button, boolean overage) {
    assertThat(idToken(button).getClaims().containsKey("_claim_names")).isEqualTo(overage);
  }

  @Test
  void aPersonalAccountIsOfItsOwnTenantAndSignedWithItsOwnKey() throws Exception {
    TokenReply reply = signInAt(PERSONAL, "user-louise");
    SignedJWT token = SignedJWT.parse(reply.text("id_token"));
    JWK key =
        JWKSet.parse(
                SIMULATOR
                    .browser()
                    .open(
                        SIMULATOR
                            .entra()
                            .httpUri()
                            .resolve("/" + PERSONAL + "/discovery/v2.0/keys"))
                    .body())
            .getKeyByKeyId(token.getHeader().getKeyID());
    JWSVerifier verifier = new RSASSAVerifier(key.toRSAKey());

    assertThat(token.verify(verifier)).isTrue();
    assertThat(key.toRSAKey().toJSONObject()).containsEntry("kid", token.getHeader().getKeyID());
    assertThat(reply.idToken().getClaims())
        .containsEntry("tid", PERSONAL)
        .containsEntry("iss", SIMULATOR.entra().httpUri() + "/" + PERSONAL + "/v2.0")
        .containsEntry("email", "louise@outlook.example")
        .containsEntry("xms_edov", true)
        .containsEntry("given_name", "Louise")
        .doesNotContainKeys("acct", "upn", "groups", "roles", "idp");
  }

  @Test
  void aPersonalAccountMayHaveABusinessAddress() {
    assertThat(signInAt(PERSONAL, "user-ada.personal").idToken().getClaims())
        .containsEntry("tid", PERSONAL)
        .containsEntry("email", Contoso.ADA_UPN)
        .containsEntry("xms_edov", true);
  }

  @Test
  void aPersonalAccountHasAProfileButNoMemberships() {
    GraphClient louise =
        GraphClient.withToken(
            SIMULATOR, signInAt(PERSONAL, "user-louise", "openid User.Read").text("access_token"));

    assertThat(louise.get("me").status()).isEqualTo(200);
    for (GraphClient.Reply reply :
        List.of(
            louise.get("me/memberOf"),
            louise.get("me/transitiveMemberOf"),
            louise.post("me/getMemberObjects", "{\"securityEnabledOnly\":false}"))) {
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().at("/error/message").asText()).contains("MSA accounts");
    }
  }

  @Test
  void aPersonOfAnotherOrganisationSignsInAtHome() {
    assertThat(signInAt("fabrikam.example", "user-bob").idToken().getClaims())
        .containsEntry("tid", FABRIKAM)
        .containsEntry("acct", 0L)
        .containsEntry("email", "bob@fabrikam.example")
        .containsEntry("xms_edov", true)
        .doesNotContainKey("idp");
    assertThat(signInAt("fabrikam.example", "user-mallory").idToken().getClaims())
        .containsEntry("email", Contoso.ADA_UPN)
        .containsEntry("xms_edov", false);
  }

  @Test
  void anApplicationOfOneOrganisationIsUnknownElsewhere() {
    SIMULATOR.entra().change(audience("AzureADMyOrg"));
    assertThat(page(FABRIKAM)).contains("AADSTS700016");
    assertThat(page(PERSONAL)).contains("AADSTS9002332");

    SIMULATOR.entra().change(audience("AzureADMultipleOrgs"));
    assertThat(page(FABRIKAM)).contains("Pick an account");
    assertThat(page(PERSONAL)).contains("AADSTS9002332");

    SIMULATOR.entra().change(audience("PersonalMicrosoftAccount"));
    assertThat(page(FABRIKAM)).contains("AADSTS700016");
    assertThat(page(PERSONAL)).contains("Pick an account");
  }

  private static DirectoryChange audience(String value) {
    return root -> root.withObject("/tenants/0/applications/0").put("signInAudience", value);
  }

  private static String page(String tenant) {
    return SIMULATOR.browser().open(authorize(tenant, "openid")).body();
  }

  private static URI authorize(String tenant, String scope) {
    return SIMULATOR
        .entra()
        .httpUri()
        .resolve(
            "/" + tenant + "/oauth2/v2.0/authorize?" + Form.web().with("scope", scope).encoded());
  }

  private static TokenReply signInAt(String tenant, String userButton) {
    return signInAt(tenant, userButton, "openid profile email");
  }

  private static TokenReply signInAt(String tenant, String userButton, String scope) {
    TestBrowser browser = SIMULATOR.browser();
    String code =
        browser.open(authorize(tenant, scope)).press(userButton).queryOfLocation().get("code");
    URI token = SIMULATOR.entra().httpUri().resolve("/" + tenant + "/oauth2/v2.0/token");
    return new TokenReply(browser.post(token, Form.webCode(code).values()));
  }

  private static JWTClaimsSet idToken(String userButton) {
    return SIMULATOR.signInThroughWeb(Form.web(), userButton).idToken();
  }
}
