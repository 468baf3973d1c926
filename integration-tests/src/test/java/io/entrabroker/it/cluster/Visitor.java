package io.entrabroker.it.cluster;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.TestDirectory;
import io.entrabroker.signin.Pkce;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;

/** Somebody with a browser of their own, who signs in to the account console of a node. */
final class Visitor implements AutoCloseable {

  private final WebClient browser = new WebClient();
  private final String account;

  Visitor(String account) {
    this.account = account;
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setCssEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
  }

  /** Goes to Microsoft's page by way of a node. */
  HtmlPage goesToMicrosoft(RunningKeycloak node) throws IOException {
    return browser.getPage(request(node, "entra"));
  }

  /** Signs in by way of a node and of a provider; ends wherever that leads. */
  Page signsIn(RunningKeycloak node, String alias) throws IOException {
    return choosesAccount(browser.getPage(request(node, alias)));
  }

  /**
   * Comes back from Microsoft as somebody new and goes no further: Keycloak has the answer, and no
   * session yet. Gives where it goes on.
   */
  String stopsAfterMicrosoft(RunningKeycloak node, String alias) throws IOException {
    HtmlPage microsoft = browser.getPage(request(node, alias));
    browser.getOptions().setRedirectEnabled(false);
    Page next = microsoft.getElementById("user-" + account).click();
    if (next instanceof HtmlPage page && page.getElementById("continue") != null) {
      next = page.getElementById("continue").click();
    } else {
      next = browser.getPage(next.getWebResponse().getResponseHeaderValue("Location"));
    }
    browser.getOptions().setRedirectEnabled(true);
    return String.valueOf(next.getWebResponse().getResponseHeaderValue("Location"));
  }

  /** Where the realm at a node sends the browser with this wish. */
  String sentTo(RunningKeycloak node, String prompt) throws IOException {
    browser.getOptions().setRedirectEnabled(false);
    Page answer = browser.getPage(request(node, TestDirectory.TRIAL) + "&prompt=" + prompt);
    browser.getOptions().setRedirectEnabled(true);
    return String.valueOf(answer.getWebResponse().getResponseHeaderValue("Location"));
  }

  /** What an address answers to this browser. */
  String reads(String address) throws IOException {
    return browser.getPage(address).getWebResponse().getContentAsString();
  }

  private static String request(RunningKeycloak node, String alias) {
    String query =
        App.form(
            Map.of(
                "client_id",
                "account-console",
                "redirect_uri",
                node.realmUri() + "/account/",
                "response_type",
                "code",
                "scope",
                "openid",
                "kc_idp_hint",
                alias,
                "code_challenge_method",
                Pkce.METHOD,
                "code_challenge",
                new Pkce("a".repeat(43)).challenge()));
    return node.realmUri() + "/protocol/openid-connect/auth?" + query;
  }

  /** Chooses the account there; ends wherever that leads. */
  Page choosesAccount(HtmlPage microsoft) throws IOException {
    Page next = microsoft.getElementById("user-" + account).click();
    return next instanceof HtmlPage page && page.getElementById("continue") != null
        ? page.getElementById("continue").click()
        : next;
  }

  /** Whether the browser is signed in to the realm. */
  boolean isSignedIn() {
    return browser.getCookieManager().getCookie("KEYCLOAK_IDENTITY") != null;
  }

  /** What a page says, for messages. */
  static String text(Page page) {
    return Person.html(page).asNormalizedText();
  }

  @Override
  public void close() {
    browser.close();
  }
}
