package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.UserChange;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.policy.Moment;
import io.entrabroker.simulator.policy.SignInRule;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a person and a token: proofs, conditional access, revocation. */
class SignInRulesTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  private static final Form OFFLINE = Form.web().with("scope", "openid profile offline_access");
  private static final String DEMAND_C1 =
      "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

  private final EntraSimulator entra = SIMULATOR.entra();

  @AfterEach
  void nothingHappened() {
    entra.signInRules().clear();
    entra.replaceDirectory(Directory.contoso());
  }

  @ParameterizedTest
  @EnumSource(names = {"MFA_REQUIRED", "MFA_ENROLMENT_REQUIRED", "STRONG_AUTHENTICATION_REQUIRED"})
  void aCodeIsNotRedeemedWithoutTheProofDemanded(Aadsts error) {
    entra.signInRules().add(SignInRule.demanding(error).of(Contoso.ADA_UPN));

    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

    assertRefused(reply, error.code(), "basic_action");
    assertThat(reply.json().path("claims").isTextual()).isTrue();
    assertThat(reply.text("claims"))
        .isEqualTo(
            "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\""
                + SignInRule.MFA_POLICY
                + "\"]}}}");
    assertThat(reply.text("error_uri")).endsWith("/error?code=" + error.code());
    assertRedeemed(SIMULATOR.signInThroughWeb(Form.web(), Contoso.GRACE));
  }

  @Test
  void whoProvesWhatTheChallengeDemandsGetsTokens() throws ParseException {
    entra.signInRules().add(SignInRule.demandingContext("c1").of(Contoso.ADA_ID));
    TestBrowser browser = SIMULATOR.browser();
    TokenReply challenged =
        SIMULATOR.redeem(
            Form.webCode(browser.open(SIMULATOR.authorize(OFFLINE)).press(Contoso.ADA).code()));
    assertThat(challenged.text("claims")).isEqualTo(DEMAND_C1);

    TestBrowser.Page page =
        browser.open(SIMULATOR.authorize(OFFLINE.with("claims", challenged.text("claims"))));
    assertThat(page.body()).contains("Approve sign in request");
    TokenReply reply = SIMULATOR.redeem(Form.webCode(page.press("approve").code()));

    assertRedeemed(reply);
    JWTClaimsSet idToken = reply.idToken();
    assertThat(idToken.getStringListClaim("acrs")).containsExactly("c1");
    assertThat(reply.accessToken().getStringListClaim("acrs")).containsExactly("c1");
    assertThat(reply.accessToken().getStringListClaim("amr")).containsExactly("pwd", "mfa");
    assertRedeemed(refresh(reply));
    assertThat(browser.open(SIMULATOR.authorize(OFFLINE.with("claims", DEMAND_C1))).code())
        .as("a session that proved it is not asked again")
        .isNotEmpty();
  }

  @Test
  void whoProvedNothingHasNothingInTheToken() {
    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

    assertThat(reply.idToken().getClaims()).doesNotContainKey("acrs");
    assertThat(reply.accessToken().getClaims())
        .doesNotContainKey("acrs")
        .containsEntry("amr", List.of("pwd"));
  }

  @Test
  void whoIsNeverSatisfiedIsChallengedAgain() {
    entra.signInRules().add(SignInRule.demandingMfa().of(Contoso.ADA_UPN).neverSatisfied());
    TokenReply challenged = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

    String code =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("claims", challenged.text("claims"))))
            .press(Contoso.ADA)
            .press("approve")
            .code();

    assertRefused(SIMULATOR.redeem(Form.webCode(code)), 50076, "basic_action");
  }

  @Test
  void whoGivesUpProvingIsToldAsCancelled() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("claims", DEMAND_C1)))
            .press(Contoso.ADA)
            .press("cancel");

    assertThat(page.queryOfLocation())
        .containsEntry("error", "access_denied")
        .containsEntry("error_subcode", "cancel");
  }

  @Test
  void aSilentRequestCannotProveMore() {
    TestBrowser browser = SIMULATOR.browser();
    browser.open(SIMULATOR.authorize(Form.web())).press(Contoso.ADA);

    URI silent = SIMULATOR.authorize(Form.web().with("prompt", "none").with("claims", DEMAND_C1));

    assertThat(browser.open(silent).queryOfLocation())
        .containsEntry("error", "interaction_required")
        .containsEntry("claims", DEMAND_C1)
        .hasEntrySatisfying("error_description", text -> assertThat(text).contains("AADSTS50076"));
  }

  @Test
  void aRuleForTheSignInAsksForProofBeforeAnythingIsSent() {
    entra.signInRules().add(SignInRule.demandingMfa().at(Moment.values()));

    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(Form.web())).press(Contoso.ADA);

    assertThat(page.header("Location")).isEmpty();
    assertRedeemed(SIMULATOR.redeem(Form.webCode(page.press("approve").code())));
  }

  @Test
  void claimsThatAreNoJsonAreRefused() {
    URI request = SIMULATOR.authorize(Form.web().with("claims", "acrs=c1"));

    assertThat(SIMULATOR.browser().open(request).queryOfLocation())
        .containsEntry("error", "invalid_request")
        .hasEntrySatisfying("error_description", text -> assertThat(text).contains("AADSTS90023"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":{\"xms_cc\":{\"values\":[\"cp1\"]}}}",
        "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}",
        "{}"
      })
  void claimsThatDemandNothingAreOfNoConsequence(String claims) {
    assertThat(SIMULATOR.code(Form.web().with("claims", claims), Contoso.ADA)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} when a refresh token is used")
  @MethodSource("refusals")
  void aRefreshTokenIsRefused(int code, String suberror, SignInRule rule) {
    TokenReply first = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA);
    entra.signInRules().add(rule.of(Contoso.ADA_UPN).through(Contoso.WEB).at(Moment.REFRESH));

    assertRefused(refresh(first), code, suberror);
    assertRedeemed(SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA));
    entra.signInRules().clear();
    assertRedeemed(refresh(first));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(50076, "basic_action", SignInRule.demandingMfa()),
        arguments(50078, "basic_action", SignInRule.demanding(Aadsts.MFA_EXPIRED)),
        arguments(53003, "message_only", SignInRule.blocking()),
        arguments(70043, "token_expired", SignInRule.signInEvery(Duration.ZERO)),
        arguments(
            50089, "", SignInRule.refusing(AadstsError.of(50089, "invalid_grant", "Expired."))));
  }

  @Test
  void aBlockAtRedemptionNamesThePolicy() {
    entra.signInRules().add(SignInRule.blocking());

    TokenReply reply = SIMULATOR.signInThroughWeb(Form.web(), Contoso.ADA);

    assertRefused(reply, 53003, "message_only");
    assertThat(reply.text("claims")).contains("capolids", SignInRule.BLOCKING_POLICY);
  }

  @Test
  void tooManyRequestsAndFailuresOfTheServerHaveTheirStatus() {
    TokenReply first = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA);
    SignInRule throttled = SignInRule.refusing(Aadsts.TOO_MANY_REQUESTS.with()).at(Moment.REFRESH);
    entra.signInRules().add(throttled);

    TokenReply tooMany = refresh(first);

    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("Retry-After")).isEqualTo("5");
    entra.signInRules().remove(throttled);
    entra.signInRules().add(SignInRule.refusing(Aadsts.TEMPORARILY_UNAVAILABLE.with()));
    assertThat(refresh(first).status()).isEqualTo(503);
  }

  @Test
  void aBlockedSignInEndsOnMicrosoftsPageUnlessItIsSilent() {
    TestBrowser browser = SIMULATOR.browser();
    browser.open(SIMULATOR.authorize(Form.web())).press(Contoso.ADA);
    entra.signInRules().add(SignInRule.blocking().at(Moment.SIGN_IN));

    TestBrowser.Page page = browser.open(SIMULATOR.authorize(Form.web()));
    TestBrowser.Page silent = browser.open(SIMULATOR.authorize(Form.web().with("prompt", "none")));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("AADSTS53003", "Correlation Id").doesNotContain("<a href");
    assertThat(page.header("Location")).isEmpty();
    assertThat(silent.queryOfLocation())
        .containsEntry("error", "interaction_required")
        .containsKey("claims")
        .doesNotContainKey("suberror");
  }

  @Test
  void otherRefusalsAtSignInAreToldToTheApplication() {
    entra
        .signInRules()
        .add(
            SignInRule.refusing(AadstsError.of(50158, "interaction_required", "External."))
                .at(Moment.SIGN_IN));

    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(Form.web())).press(Contoso.ADA);

    assertThat(page.queryOfLocation()).containsEntry("error", "interaction_required");
  }

  @Test
  void signInFrequencyEndsSessionsAndRefreshTokens() {
    TestBrowser browser = SIMULATOR.browser();
    String code = browser.open(SIMULATOR.authorize(OFFLINE)).press(Contoso.ADA).code();
    TokenReply first = SIMULATOR.redeem(Form.webCode(code));
    entra.signInRules().add(SignInRule.signInEvery(Duration.ofHours(1)));
    assertRedeemed(refresh(first));

    SIMULATOR.clock().advance(Duration.ofMinutes(61));

    TokenReply refused = refresh(first);
    assertRefused(refused, 70043, "token_expired");
    assertThat(refused.text("error_description")).contains("is 3600.");
    assertThat(browser.open(SIMULATOR.authorize(OFFLINE)).body()).contains("Pick an account");
  }

  @Test
  void revokingSessionsVoidsCodesRefreshTokensAndBrowserSessions() {
    TestBrowser browser = SIMULATOR.browser();
    TokenReply first =
        SIMULATOR.redeem(
            Form.webCode(browser.open(SIMULATOR.authorize(OFFLINE)).press(Contoso.ADA).code()));
    String unused = browser.open(SIMULATOR.authorize(OFFLINE)).code();
    TokenReply grace = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.GRACE);
    SIMULATOR.clock().advance(Duration.ofSeconds(1));

    entra.revokeSessions(Contoso.ADA_UPN);

    assertRefused(refresh(first), 50173, "bad_token");
    assertRefused(SIMULATOR.redeem(Form.webCode(unused)), 50173, "bad_token");
    TestBrowser.Page asked = browser.open(SIMULATOR.authorize(OFFLINE));
    assertThat(asked.body()).contains("Pick an account");
    assertRedeemed(SIMULATOR.redeem(Form.webCode(asked.press(Contoso.ADA).code())));
    assertRedeemed(refresh(grace));
  }

  @Test
  void aDisabledPersonGetsNothingUntilTheyAreEnabledAgain() {
    TokenReply first = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA);
    String unused = SIMULATOR.code(OFFLINE, Contoso.ADA);
    entra.change(UserChange.disable(Contoso.ADA_UPN));

    assertRefused(refresh(first), 50057, "");
    assertRefused(SIMULATOR.redeem(Form.webCode(unused)), 50057, "");
    entra.change(UserChange.enable(Contoso.ADA_UPN));
    assertRedeemed(refresh(first));
    assertRedeemed(SIMULATOR.redeem(Form.webCode(unused)));
  }

  @Test
  void aDeletedPersonGetsNothing() {
    TokenReply first = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA);
    String unused = SIMULATOR.code(OFFLINE, Contoso.ADA);
    entra.change(UserChange.delete(Contoso.ADA_UPN));

    assertRefused(refresh(first), 50034, "bad_token");
    assertRefused(SIMULATOR.redeem(Form.webCode(unused)), 50034, "bad_token");
  }

  @Test
  void withoutConsentNothingIsRefreshedOrRedeemed() {
    TokenReply first = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA);
    String unused = SIMULATOR.code(OFFLINE, Contoso.ADA);
    entra.change(ApplicationChange.withdrawConsent(Contoso.WEB));

    assertRefused(refresh(first), 65001, "consent_required");
    assertRefused(SIMULATOR.redeem(Form.webCode(unused)), 65001, "consent_required");
  }

  @Test
  void aRefreshTokenStaysGoodAfterItWasUsed() {
    TokenReply first = SIMULATOR.signInThroughWeb(OFFLINE, Contoso.ADA);

    TokenReply second = refresh(first);

    assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
    assertRedeemed(refresh(first));
    assertRedeemed(refresh(second));
  }

  private static TokenReply refresh(TokenReply from) {
    return SIMULATOR.redeem(
        Form.webCode("")
            .without("code")
            .without("redirect_uri")
            .with("grant_type", "refresh_token")
            .with("refresh_token", from.text("refresh_token")));
  }

  private static void assertRedeemed(TokenReply reply) {
    assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
    assertThat(reply.text("id_token")).isNotEmpty();
  }

  private static void assertRefused(TokenReply reply, int code, String suberror) {
    assertThat(reply.aadsts()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("error")).isEqualTo("invalid_grant");
    assertThat(reply.text("suberror")).isEqualTo(suberror);
    assertThat(reply.text("error_description")).startsWith("AADSTS" + code + ": ");
  }
}
