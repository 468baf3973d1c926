package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single sign-on at the login host, and its end. */
class SessionTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  private final TestBrowser browser = SIMULATOR.browser();

  @Test
  void whoIsSignedInIsNotAskedAgain() {
    Map<String, String> first = signIn();

    Map<String, String> second = browser.open(SIMULATOR.authorize(Form.web())).queryOfLocation();

    assertThat(second).containsKey("code").containsEntry("state", "state-1");
    assertThat(second.get("code")).isNotEqualTo(first.get("code"));
    assertThat(second.get("session_state")).isEqualTo(first.get("session_state"));
  }

  @Test
  void anotherApplicationGetsTheSameSession() {
    Map<String, String> first = signIn();

    Map<String, String> other = browser.open(SIMULATOR.authorize(Form.spa())).queryOfLocation();

    assertThat(other.get("session_state")).isEqualTo(first.get("session_state"));
  }

  @Test
  void aSilentRequestSucceedsWithASession() {
    signIn();

    assertThat(
            browser.open(SIMULATOR.authorize(Form.web().with("prompt", "none"))).queryOfLocation())
        .containsKey("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "select_account"})
  void aPromptAsksAgainInSpiteOfASession(String prompt) {
    signIn();

    TestBrowser.Page page = browser.open(SIMULATOR.authorize(Form.web().with("prompt", prompt)));

    assertThat(page.body()).contains("Pick an account");
    assertThat(page.press(Contoso.GRACE).queryOfLocation()).containsKey("code");
  }

  @Test
  void aSessionThatIsTooOldForTheApplicationIsNotEnough() {
    signIn();
    SIMULATOR.clock().advance(Duration.ofMinutes(2));

    assertThat(
            browser.open(SIMULATOR.authorize(Form.web().with("max_age", "300"))).queryOfLocation())
        .containsKey("code");
    assertThat(browser.open(SIMULATOR.authorize(Form.web().with("max_age", "60"))).body())
        .contains("Pick an account");
  }

  @Test
  void aHintAtSomebodyElseAsksAgain() {
    signIn();

    Form hinted = Form.web().with("login_hint", "grace.hopper@contoso.example");

    assertThat(browser.open(SIMULATOR.authorize(hinted)).body()).contains("Pick an account");
    assertThat(browser.open(SIMULATOR.authorize(hinted.with("prompt", "none"))).queryOfLocation())
        .containsEntry("error", "login_required");
  }

  @Test
  void theClaimLoginHintIsUnderstoodAsHint() {
    String hint =
        (String)
            SIMULATOR.redeem(Form.webCode(signIn().get("code"))).idToken().getClaim("login_hint");

    assertThat(
            browser
                .open(SIMULATOR.authorize(Form.web().with("login_hint", hint)))
                .queryOfLocation())
        .containsKey("code");
  }

  @Test
  void aSessionEndsAfterADay() {
    signIn();
    SIMULATOR.clock().advance(Duration.ofHours(25));

    assertThat(browser.open(SIMULATOR.authorize(Form.web())).body()).contains("Pick an account");
  }

  @Test
  void signingOutEndsTheSessionAndReturnsToARegisteredAddress() {
    signIn();

    TestBrowser.Page page = browser.open(logout(Contoso.WEB_REDIRECT, "state-9"));

    assertThat(page.location()).isEqualTo(URI.create(Contoso.WEB_REDIRECT + "?state=state-9"));
    assertThat(browser.open(SIMULATOR.authorize(Form.web())).body()).contains("Pick an account");
  }

  @Test
  void signingOutReturnsToNoOtherAddress() {
    signIn();

    TestBrowser.Page page = browser.open(logout("https://evil.example/", "state-9"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Location")).isEmpty();
    assertThat(page.body()).contains("You signed out");
  }

  @Test
  void signingOutMayBePosted() {
    signIn();

    TestBrowser.Page page =
        browser.post(
            SIMULATOR.endpoint("oauth2/v2.0/logout"),
            Map.of("post_logout_redirect_uri", Contoso.WEB_REDIRECT));

    assertThat(page.location()).isEqualTo(URI.create(Contoso.WEB_REDIRECT));
  }

  @Test
  void aRequestMayBePosted() {
    TestBrowser.Page page =
        browser.post(SIMULATOR.endpoint("oauth2/v2.0/authorize"), Form.web().values());

    assertThat(page.press(Contoso.ADA).queryOfLocation()).containsKey("code");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndSafeInFramesOverHttps() {
    URI https =
        URI.create(
            SIMULATOR.entra().httpsUri()
                + "/"
                + Contoso.TENANT
                + "/oauth2/v2.0/authorize?"
                + Form.web().encoded());

    String plain =
        browser.open(SIMULATOR.authorize(Form.web())).press(Contoso.ADA).header("Set-Cookie");
    String secure = SIMULATOR.browser().open(https).press(Contoso.ADA).header("Set-Cookie");

    assertThat(plain).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    assertThat(secure).contains("HttpOnly", "SameSite=None", "Secure");
  }

  private Map<String, String> signIn() {
    return browser.open(SIMULATOR.authorize(Form.web())).press(Contoso.ADA).queryOfLocation();
  }

  private static URI logout(String target, String state) {
    return URI.create(
        SIMULATOR.endpoint("oauth2/v2.0/logout")
            + "?post_logout_redirect_uri="
            + URLEncoder.encode(target, StandardCharsets.UTF_8)
            + "&state="
            + state);
  }
}
