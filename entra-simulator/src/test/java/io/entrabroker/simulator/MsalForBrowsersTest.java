package io.entrabroker.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.directory.UserChange;
import io.entrabroker.simulator.policy.SignInRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Microsoft's library for browsers, unmodified, in a browser, is content with the simulator. */
class MsalForBrowsersTest {

  private static final double PATIENCE_MILLIS = 30_000;

  private static Playwright playwright;
  private static Browser chromium;
  private static Path folder = Path.of("");

  private EntraSimulator entra;
  private PageWithMsal application;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    Program.require(Program.NODE, Program.NPM, Program.CHROMIUM);
    folder = InstalledMsal.folder();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(Program.CHROMIUM.path()))
                    .setArgs(options()));
  }

  private static List<String> options() {
    // As root Chromium refuses to start with its sandbox.
    return System.getProperty("user.name").equals("root")
        ? List.of("--disable-gpu", "--no-sandbox")
        : List.of("--disable-gpu");
  }

  @AfterAll
  static void stopBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException {
    entra = EntraSimulator.builder().httpsPort(0).start();
    application = PageWithMsal.start(folder);
    application.signsInAt(entra.httpsUri() + "/" + Contoso.TENANT);
    entra.change(
        ApplicationChange.redirectUri(Contoso.SPA, Platform.SPA, application.address("/")),
        ApplicationChange.logoutUrl(Contoso.SPA, application.address("/told")));
    page =
        chromium.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)).newPage();
    page.navigate(application.address("/"));
    assertThat(page.locator("#status")).hasText("signed out");
  }

  @AfterEach
  void close() {
    page.context().close();
    application.close();
    entra.close();
  }

  @Test
  void aPersonSignsInAndIsRenewedByRefreshToken() {
    JsonNode first = signIn(Contoso.ADA, "signed in");
    assertThat(first.path("username").asText()).isEqualTo(Contoso.ADA_UPN);
    assertThat(first.path("claims").path("tid").asText()).isEqualTo(Contoso.TENANT);

    JsonNode second = press("renew", "renewed");
    assertThat(second.path("accessToken").asText())
        .isNotEmpty()
        .isNotEqualTo(first.path("accessToken").asText());
    assertThat(second.path("fromCache").asBoolean()).isFalse();
  }

  @Test
  void aChallengeAtRedemptionIsMetBySendingItsClaims() {
    entra.signInRules().add(SignInRule.demandingContext("c1").of(Contoso.GRACE_UPN));

    JsonNode challenged = signIn(Contoso.GRACE, "failed");
    assertThat(challenged.path("name").asText()).isEqualTo("InteractionRequiredAuthError");
    assertThat(challenged.path("subError").asText()).isEqualTo("basic_action");
    page.click("#prove");
    page.click("#approve");

    JsonNode proven = outcome("signed in");
    assertThat(proven.path("claims").path("acrs").get(0).asText()).isEqualTo("c1");
  }

  @Test
  void aPersonWhoIsDisabledIsNotRenewed() {
    signIn(Contoso.ADA, "signed in");
    entra.change(UserChange.disable(Contoso.ADA_UPN));

    JsonNode refused = press("renew", "failed");

    assertThat(refused.path("errorCode").asText()).isEqualTo("invalid_grant");
    assertThat(refused.path("message").asText()).contains("AADSTS50057");
  }

  @Test
  void signingOutTellsTheApplicationAndComesBack() {
    JsonNode first = signIn(Contoso.ADA, "signed in");

    page.click("#sign-out");

    assertThat(page.locator("#status")).hasText("signed out");
    assertThat(page.url()).startsWith(application.address("/"));
    assertThat(application.asked("/told")).hasSize(1);
    assertThat(application.asked("/told").get(0).getQuery())
        .contains("sid=" + first.path("claims").path("sid").asText());
    page.click("#sign-in");
    assertThat(page.locator("#" + Contoso.ADA.replace(".", "\\."))).isVisible();
  }

  private JsonNode signIn(String button, String status) {
    page.click("#sign-in");
    page.click("#" + button.replace(".", "\\."));
    return outcome(status);
  }

  private JsonNode press(String button, String status) {
    page.click("#" + button);
    return outcome(status);
  }

  private JsonNode outcome(String status) {
    assertThat(page.locator("#status")).hasText(Pattern.compile("signed in|renewed|failed"));
    String outcome = page.locator("#outcome").textContent();
    assertThat(page.locator("#status").textContent()).as(outcome).isEqualTo(status);
    return TokenReply.json(outcome);
  }
}
