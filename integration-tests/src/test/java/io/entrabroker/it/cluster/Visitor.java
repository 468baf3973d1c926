package io.entrabroker.it.cluster;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
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
  HtmlPage goesToMicrosoft(KeycloakServer node) throws IOException {
    String query =
        App.form(
            Map.of(
                "client_id", "account-console",
                "redirect_uri", node.realmUri() + "/account/",
                "response_type", "code",
                "scope", "openid",
                "kc_idp_hint", "entra",
                "code_challenge_method", Pkce.METHOD,
                "code_challenge", new Pkce("a".repeat(43)).challenge()));
    return browser.getPage(node.realmUri() + "/protocol/openid-connect/auth?" + query);
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
