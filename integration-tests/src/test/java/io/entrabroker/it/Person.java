package io.entrabroker.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;

/**
 * Somebody with a browser of their own (HtmlUnit, scripts off), who walks from the catalog to
 * Microsoft and back.
 */
public final class Person implements AutoCloseable {

  private final WebClient browser = new WebClient();
  private final String catalogUrl;

  private Person(String catalogUrl) {
    this.catalogUrl = catalogUrl;
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setCssEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    browser.getOptions().setRedirectEnabled(true);
  }

  public static Person with(Stack stack) {
    return at(stack.catalogUrl());
  }

  /** Somebody at a catalog of a test's own; its URL has no slash at the end. */
  public static Person at(String catalogUrl) {
    return new Person(catalogUrl);
  }

  /** Presses "sign in" at the catalog (confidential client); ends on Microsoft's page. */
  public HtmlPage goesToMicrosoft(String alias) {
    return html(open(beginning(alias)));
  }

  /** Where the catalog's "sign in" leads. */
  public String beginning(String alias) {
    return catalogUrl
        + "/api/v1/auth/login?redirectUri="
        + encoded(catalogUrl + "/callback")
        + "&kc_idp_hint="
        + alias;
  }

  /** Chooses an account on Microsoft's page; ends wherever that leads. */
  public Page choosesAccount(HtmlPage microsoft, String user) {
    Page next = press(microsoft, "user-" + user);
    return next instanceof HtmlPage page && page.getElementById("continue") != null
        ? press(page, "continue")
        : next;
  }

  /** The whole way from the catalog to wherever it ends. */
  public Page signsIn(String alias, String user) {
    return choosesAccount(goesToMicrosoft(alias), user);
  }

  public Page open(String url) {
    try {
      return browser.getPage(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Page press(HtmlPage page, String id) {
    DomElement button = page.getElementById(id);
    if (button == null) {
      throw new AssertionError(
          "No #" + id + " on " + page.getUrl() + ":\n" + page.asNormalizedText());
    }
    try {
      return button.click();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does something whose redirects are not followed, and gives where it would have led. */
  public String withoutFollowing(Supplier<Page> step) {
    browser.getOptions().setRedirectEnabled(false);
    try {
      return step.get().getWebResponse().getResponseHeaderValue("Location");
    } finally {
      browser.getOptions().setRedirectEnabled(true);
    }
  }

  /** Sends a request whose redirects are not followed. */
  public WebResponse openWithoutFollowing(String url) {
    browser.getOptions().setRedirectEnabled(false);
    try {
      return open(url).getWebResponse();
    } finally {
      browser.getOptions().setRedirectEnabled(true);
    }
  }

  public WebClient browser() {
    return browser;
  }

  /** Whether this browser holds a signed-in session of the realm. */
  public boolean hasSession() {
    return browser.getCookieManager().getCookie("KEYCLOAK_IDENTITY") != null;
  }

  public static HtmlPage html(Page page) {
    if (page instanceof HtmlPage html) {
      return html;
    }
    throw new AssertionError(
        "Not a page: " + page.getUrl() + " " + page.getWebResponse().getContentAsString());
  }

  /** The value of a query parameter of a page's address. */
  public static String parameter(Page page, String name) {
    return parameter(page.getUrl().toString(), name);
  }

  /** The value of a query parameter of a URL, decoded. */
  public static String parameter(String url, String name) {
    for (String pair : URI.create(url).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return java.net.URLDecoder.decode(
            pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("No parameter " + name + " in " + url);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    browser.close();
  }
}
