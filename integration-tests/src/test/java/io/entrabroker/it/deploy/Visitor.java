package io.entrabroker.it.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;

/** Somebody with a browser of their own, who signs in to a catalog. */
final class Visitor implements AutoCloseable {

  private final WebClient browser = new WebClient();

  Visitor() {
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setCssEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
  }

  /** Presses "sign in", chooses an account at Microsoft, and gives the ID token. */
  String signsIn(URI catalog, String account) throws IOException {
    String callback = URLEncoder.encode(catalog + "/callback", StandardCharsets.UTF_8);
    HtmlPage keycloak =
        onPage(
            browser.getPage(catalog + "/api/v1/auth/login?redirectUri=" + callback),
            "social-entra");
    HtmlPage microsoft = onPage(keycloak.getElementById("social-entra").click(), "user-" + account);
    Page next = microsoft.getElementById("user-" + account).click();
    if (next instanceof HtmlPage page && page.getElementById("continue") != null) {
      next = page.getElementById("continue").click();
    }
    String query = String.valueOf(next.getUrl().getQuery());
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith("id_token="))
        .map(part -> URLDecoder.decode(part.substring(9), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No ID token at the end:\n" + next(browser)));
  }

  private static HtmlPage onPage(Page page, String id) {
    if (page instanceof HtmlPage html && html.getElementById(id) != null) {
      return html;
    }
    throw new AssertionError(
        "No #" + id + " on " + page.getUrl() + ":\n" + page.getWebResponse().getContentAsString());
  }

  private static String next(WebClient browser) {
    Page page = browser.getCurrentWindow().getEnclosedPage();
    return page.getUrl() + "\n" + page.getWebResponse().getContentAsString();
  }

  @Override
  public void close() {
    browser.close();
  }
}
