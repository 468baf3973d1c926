package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.Platform;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of sessions: which account, where to, and who is told. */
class LogoutTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  private static final String WEB_OUT = "https://web.example/out?realm=openmetadata";
  private static final String SPA_OUT = "https://spa.example/out";

  private final EntraSimulator entra = SIMULATOR.entra();
  private final TestBrowser browser = SIMULATOR.browser();

  @AfterEach
  void asBefore() {
    entra.replaceDirectory(Directory.contoso());
  }

  @Test
  void everyApplicationOfTheSessionIsToldInAHiddenFrame() {
    entra.change(
        ApplicationChange.logoutUrl(Contoso.WEB, WEB_OUT),
        ApplicationChange.logoutUrl(Contoso.SPA, SPA_OUT),
        ApplicationChange.logoutUrl(Contoso.IMPLICIT, "https://never-visited.example/out"));
    String sid = signIn(Contoso.ADA);
    browser.open(SIMULATOR.authorize(Form.spa()));

    TestBrowser.Page page = browser.open(logout(Form.of()));

    String told =
        "iss=http%3A%2F%2Flocalhost%3A"
            + entra.httpPort()
            + "%2F"
            + Contoso.TENANT
            + "%2Fv2.0&amp;sid="
            + sid;
    assertThat(page.body())
        .contains("You signed out")
        .contains("<iframe hidden src=\"" + WEB_OUT + "&amp;" + told + "\">")
        .contains("<iframe hidden src=\"" + SPA_OUT + "?" + told + "\">")
        .doesNotContain("never-visited");
    assertThat(page.header("Content-Security-Policy"))
        .endsWith("; frame-src https://web.example https://spa.example");
    assertThat(browser.open(SIMULATOR.authorize(Form.web())).body()).contains("Pick an account");
    assertThat(entra.frontChannelLogout().addresses(sid)).isEmpty();
  }

  @Test
  void whoIsToldHasAnsweredBeforeTheBrowserGoesOn() throws IOException {
    try (ListeningApplication application = ListeningApplication.start();
        WebClient people = new WebClient()) {
      entra.change(
          ApplicationChange.logoutUrl(Contoso.WEB, application.address("/told")),
          ApplicationChange.redirectUri(Contoso.WEB, Platform.WEB, application.address("/back")));
      people.getOptions().setRedirectEnabled(false);
      people.getOptions().setThrowExceptionOnFailingStatusCode(false);
      HtmlPage picker = people.getPage(SIMULATOR.authorize(Form.web()).toURL());
      picker.getHtmlElementById(Contoso.ADA).click();

      people.getPage(
          logout(Form.of("post_logout_redirect_uri", application.address("/back"), "state", "s-1"))
              .toURL());
      people.waitForBackgroundJavaScript(10_000);

      assertThat(application.asked("/told")).hasSize(1);
      assertThat(application.asked("/told").get(0).getQuery()).contains("iss=", "&sid=");
      assertThat(application.asked("/back")).extracting(URI::getQuery).containsExactly("state=s-1");
    }
  }

  @Test
  void aSessionThatNobodyWantsToHearOfEndsWithoutAPage() {
    signIn(Contoso.ADA);

    TestBrowser.Page page =
        browser.open(
            logout(
                Form.of(
                    "post_logout_redirect_uri", Contoso.WEB_REDIRECT, "state", "a b", "x", "")));

    assertThat(page.location()).isEqualTo(URI.create(Contoso.WEB_REDIRECT + "?state=a+b"));
  }

  @Test
  void whoIsSignedInTwiceIsAskedWhichAccount() {
    signIn(Contoso.ADA);
    signIn(Contoso.GRACE);
    Form request = Form.of("post_logout_redirect_uri", Contoso.WEB_REDIRECT, "state", "s-2");

    TestBrowser.Page page = browser.open(logout(request));

    assertThat(page.body())
        .contains("Which account do you want to sign out of?")
        .doesNotContain(Contoso.ALAN);
    assertThat(page.press(Contoso.GRACE).location())
        .isEqualTo(URI.create(Contoso.WEB_REDIRECT + "?state=s-2"));
    assertThat(browser.open(silent(Contoso.ADA_UPN)).code()).isNotEmpty();
    assertThat(browser.open(silent(Contoso.GRACE_UPN)).queryOfLocation())
        .containsEntry("error", "login_required");
  }

  @Test
  void theClaimLoginHintAsLogoutHintSparesTheQuestion() {
    String hint = loginHint(Contoso.ADA);
    signIn(Contoso.GRACE);

    TestBrowser.Page page =
        browser.open(
            logout(Form.of("logout_hint", hint, "post_logout_redirect_uri", Contoso.WEB_REDIRECT)));

    assertThat(page.location()).isEqualTo(URI.create(Contoso.WEB_REDIRECT));
    assertThat(browser.open(silent(Contoso.GRACE_UPN)).code()).isNotEmpty();
    assertThat(browser.open(silent(Contoso.ADA_UPN)).queryOfLocation())
        .containsEntry("error", "login_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {Contoso.ADA_UPN, "Ty5ub2JvZHk", "###"})
  void nothingElseIsALogoutHint(String hint) {
    signIn(Contoso.ADA);
    signIn(Contoso.GRACE);

    assertThat(browser.open(logout(Form.of("logout_hint", hint))).body())
        .contains("Which account do you want to sign out of?");
  }

  @Test
  void signingInAgainStaysInTheSession() {
    String first = signIn(Contoso.ADA);

    assertThat(signIn(Contoso.ADA)).isEqualTo(first);
    assertThat(signIn(Contoso.GRACE)).isNotEqualTo(first);
    browser.open(logout(Form.of())).press(Contoso.ADA);
    assertThat(signIn(Contoso.ADA)).isNotEqualTo(first);
  }

  @Test
  void signingOutWithoutASessionGoesWhereItIsAllowed() {
    TestBrowser.Page page =
        browser.post(
            SIMULATOR.endpoint("oauth2/v2.0/logout"),
            Map.of("post_logout_redirect_uri", Contoso.SPA_REDIRECT, "state", "s-3"));

    assertThat(page.location()).isEqualTo(URI.create(Contoso.SPA_REDIRECT + "?state=s-3"));
  }

  @Test
  void anUnregisteredAddressIsNotOfferedEither() {
    entra.change(ApplicationChange.logoutUrl(Contoso.WEB, WEB_OUT));
    signIn(Contoso.ADA);

    TestBrowser.Page page =
        browser.open(logout(Form.of("post_logout_redirect_uri", "https://evil.example/")));

    assertThat(page.body()).contains("You signed out").doesNotContain("evil.example", "continue");
  }

  @Test
  void anAddressThatIsTooLongIsRefusedAndTheSessionStays() {
    signIn(Contoso.ADA);

    TestBrowser.Page page = browser.open(logout(Form.of("id_token_hint", "x".repeat(8_000))));
    TestBrowser.Page longer = browser.open(logout(Form.of("id_token_hint", "x".repeat(40_000))));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("AADSTS90015");
    assertThat(longer.status()).isEqualTo(414);
    assertThat(browser.open(silent(Contoso.ADA_UPN)).code()).isNotEmpty();
    assertThat(
            browser
                .post(
                    SIMULATOR.endpoint("oauth2/v2.0/logout"),
                    Map.of("id_token_hint", "x".repeat(8_000)))
                .body())
        .contains("You signed out");
  }

  @Test
  void aTestCanTellTheApplicationsByItself() throws IOException {
    try (ListeningApplication application = ListeningApplication.start()) {
      entra.change(
          ApplicationChange.logoutUrl(Contoso.WEB, application.address("/told")),
          ApplicationChange.logoutUrl(Contoso.SPA, "http://localhost:1/nobody"));
      String sid = signIn(Contoso.ADA);
      browser.open(SIMULATOR.authorize(Form.spa()));

      List<Integer> statuses = List.copyOf(entra.frontChannelLogout().call(sid).values());

      assertThat(statuses).containsExactly(200, 0);
      assertThat(application.asked("/told").get(0).getQuery()).endsWith("&sid=" + sid);
      assertThat(entra.frontChannelLogout().addresses("unknown")).isEmpty();
    }
  }

  /** Signs in with this browser and answers the claim sid. */
  private String signIn(String button) {
    return (String) tokens(button).idToken().getClaim("sid");
  }

  private String loginHint(String button) {
    return (String) tokens(button).idToken().getClaim("login_hint");
  }

  private TokenReply tokens(String button) {
    return SIMULATOR.redeem(
        Form.webCode(
            browser
                .open(SIMULATOR.authorize(Form.web().with("prompt", "login")))
                .press(button)
                .code()));
  }

  private static URI silent(String hint) {
    return SIMULATOR.authorize(Form.web().with("prompt", "none").with("login_hint", hint));
  }

  private static URI logout(Form parameters) {
    return URI.create(SIMULATOR.endpoint("oauth2/v2.0/logout") + "?" + parameters.encoded());
  }
}
