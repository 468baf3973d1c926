package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.simulator.directory.Directory;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that people see, with and without scripts. */
class SignInPageTest {

  private static final String UNTRUSTED = "b7a1c2d3-0006-4a4a-9b9b-c0ffee000006";
  private static final String UNTRUSTED_REDIRECT = "https://untrusted.example/callback";

  @RegisterExtension
  static final RunningSimulator SIMULATOR =
      RunningSimulator.of(
          Directory.contoso()
              .edited(
                  json ->
                      json.withArray("applications")
                          .addObject()
                          .put("appId", UNTRUSTED)
                          .put("displayName", "<b>Nobody</b> consented")
                          .putObject("web")
                          .putArray("redirectUris")
                          .add(UNTRUSTED_REDIRECT)));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPersonPicksThemselvesInABrowserWithAndWithoutScripts(boolean scripts) throws IOException {
    try (WebClient browser = browser(scripts)) {
      HtmlPage page = browser.getPage(address(Form.web()));
      assertThat(page.getTitleText()).isEqualTo("Sign in to your account");

      Page answer = page.getHtmlElementById(Contoso.ADA).click();

      assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(302);
      assertThat(answer.getWebResponse().getResponseHeaderValue("Location"))
          .startsWith(Contoso.WEB_REDIRECT + "?code=");
    }
  }

  @Test
  void everyPersonHasAButton() throws IOException {
    try (WebClient browser = browser(false)) {
      HtmlPage page = browser.getPage(address(Form.web()));

      for (String button :
          new String[] {
            Contoso.ADA,
            Contoso.GRACE,
            Contoso.ALAN,
            Contoso.HYPATIA,
            Contoso.ZOFIE,
            Contoso.CHARLES,
            Contoso.BOB
          }) {
        assertThat(page.getElementById(button)).as(button).isNotNull();
      }
    }
  }

  @Test
  void thePageHasLanguageHeadingAndNothingFromElsewhere() {
    TestBrowser.Page page = SIMULATOR.browser().open(SIMULATOR.authorize(Form.web()));

    assertThat(page.body())
        .contains("<html lang=\"en\">", "<h1>", "<main", "name=\"viewport\"")
        .doesNotContain("src=\"http", "<link rel=\"stylesheet\" href=\"http");
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  void thePersonExpectedComesFirst() throws IOException {
    try (WebClient browser = browser(false)) {
      HtmlPage page =
          browser.getPage(address(Form.web().with("login_hint", "Zofie.Novakova@contoso.example")));

      assertThat(page.getForms().get(0).getButtonsByName("user").get(0).getId())
          .isEqualTo(Contoso.ZOFIE);
    }
  }

  @Test
  void anIdTokenIsPostedByAButtonWhereThereAreNoScripts() throws IOException {
    try (WebClient browser = browser(false)) {
      HtmlPage page = browser.getPage(address(Form.implicit().with("response_mode", "form_post")));

      HtmlPage posting = page.getHtmlElementById(Contoso.ADA).click();

      assertThat(posting.getElementById("continue")).isNotNull();
      assertThat(posting.getForms().get(0).getActionAttribute())
          .isEqualTo(Contoso.IMPLICIT_REDIRECT);
      assertThat(posting.getForms().get(0).getMethodAttribute()).isEqualTo("post");
      assertThat(posting.getForms().get(0).getInputByName("state").getValue()).isEqualTo("state-1");
      assertThat(
              TokenReply.claims(posting.getForms().get(0).getInputByName("id_token").getValue())
                  .getClaim("nonce"))
          .isEqualTo("nonce-1");
    }
  }

  @Test
  void anIdTokenIsPostedByItselfWhereThereAreScripts() throws Exception {
    try (FormReceiver application = FormReceiver.start();
        WebClient browser = browser(true)) {
      String redirectUri = Contoso.IMPLICIT_REDIRECT.replace(":8080", ":" + application.port());
      HtmlPage page =
          browser.getPage(
              address(
                  Form.implicit()
                      .with("response_mode", "form_post")
                      .with("redirect_uri", redirectUri)));

      page.getHtmlElementById(Contoso.ADA).click();
      browser.waitForBackgroundJavaScript(5_000);

      assertThat(application.received())
          .containsKeys("id_token", "session_state")
          .containsEntry("state", "state-1");
    }
  }

  @Test
  void cancelInFormPostIsPosted() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.implicit().with("response_mode", "form_post")))
            .press("cancel");

    assertThat(page.formAction()).isEqualTo(Contoso.IMPLICIT_REDIRECT);
    assertThat(page.hiddenFields())
        .containsExactly(
            Map.entry("error", "access_denied"),
            Map.entry("error_subcode", "cancel"),
            Map.entry("state", "state-1"));
  }

  @Test
  void aPersonIsAskedOnceWhetherAnApplicationMayAct() {
    TestBrowser browser = SIMULATOR.browser();
    TestBrowser.Page consent = browser.open(SIMULATOR.authorize(untrusted())).press(Contoso.GRACE);
    assertThat(consent.body())
        .contains("Permissions requested", "&lt;b&gt;Nobody&lt;/b&gt; consented");

    TestBrowser.Page answer = consent.press("accept");

    assertThat(answer.queryOfLocation()).containsKey("code");
    assertThat(browser.open(SIMULATOR.authorize(untrusted())).queryOfLocation())
        .containsKey("code");
  }

  @Test
  void aPersonDeclines() {
    TestBrowser.Page answer =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(untrusted()))
            .press(Contoso.ADA)
            .press("decline");

    assertThat(answer.queryOfLocation())
        .containsEntry("error", "access_denied")
        .containsEntry("state", "state-1");
    assertThat(answer.queryOfLocation().get("error_description")).startsWith("AADSTS65004: ");
  }

  @Test
  void consentCanBeAskedForAgain() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("prompt", "consent")))
            .press(Contoso.ADA);

    assertThat(page.body()).contains("Permissions requested");
    assertThat(page.press("accept").queryOfLocation()).containsKey("code");
  }

  @Test
  void aSilentRequestWithoutConsentIsRefused() {
    TestBrowser browser = SIMULATOR.browser();
    browser.open(SIMULATOR.authorize(Form.web())).press(Contoso.HYPATIA);

    Map<String, String> answer =
        browser.open(SIMULATOR.authorize(untrusted().with("prompt", "none"))).queryOfLocation();

    assertThat(answer).containsEntry("error", "consent_required");
    assertThat(answer.get("error_description")).startsWith("AADSTS65001: ");
  }

  @Test
  void stateComesBackWithoutMarkup() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("state", "a<script>b</script>\"c&d")))
            .press(Contoso.ADA);

    assertThat(page.queryOfLocation()).containsEntry("state", "ab\"c&d");
  }

  @Test
  void anErrorPageShowsWhatWasSentAsText() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .open(SIMULATOR.authorize(Form.web().with("redirect_uri", "https://x/<script>")));

    assertThat(page.body()).contains("https://x/&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void theRootSaysWhatIsRunningAndTheErrorPageExplainsACode() {
    TestBrowser browser = SIMULATOR.browser();

    assertThat(browser.open(SIMULATOR.entra().httpUri().resolve("/")).body())
        .contains(SIMULATOR.entra().httpUri() + "/" + Contoso.TENANT, Contoso.WEB);
    assertThat(browser.open(SIMULATOR.entra().httpUri().resolve("/error?code=50011")).body())
        .contains("AADSTS50011", "redirect URI");
  }

  private static Form untrusted() {
    return Form.web().with("client_id", UNTRUSTED).with("redirect_uri", UNTRUSTED_REDIRECT);
  }

  private static URL address(Form request) throws IOException {
    return SIMULATOR.authorize(request).toURL();
  }

  private static WebClient browser(boolean scripts) {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(scripts);
    browser.getOptions().setRedirectEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    return browser;
  }
}
