package io.entrabroker.it.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.entrabroker.it.Stack;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody with a real browser of their own, in English and without a past. */
final class Visitor implements AutoCloseable {

  /** How long to wait for what has to come. Machines that build and test at once are slow. */
  static final double PATIENCE_MILLIS = 90_000;

  private static final Path PICTURES = Stack.ROOT.resolve("integration-tests/target/screenshots");

  private final BrowserContext context;
  private final Page page;

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  void opens(String url) {
    page.navigate(url);
  }

  /** The element with this id, which may hold dots. */
  Locator element(String id) {
    return page.locator("[id=\"" + id + "\"]");
  }

  /** Presses the element with this id as soon as it can be pressed. */
  void presses(String id) {
    element(id).click();
  }

  /** Picks an account on Microsoft's page, for example {@code ada.lovelace}. */
  void picksAtMicrosoft(String user) {
    presses("user-" + user);
  }

  /** Keeps a picture of the whole page. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setFullPage(true));
  }

  /** Keeps a picture of what fits into the window, and gives it. */
  byte[] view(String name) {
    return page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
  }

  private static Path file(String name) {
    return PICTURES.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".png");
  }

  /** A cookie that this browser holds. */
  Optional<Cookie> cookie(String name) {
    return context.cookies().stream().filter(cookie -> cookie.name.equals(name)).findFirst();
  }

  /** Whether this browser holds a signed-in session of a realm. */
  boolean hasSession() {
    return cookie("KEYCLOAK_IDENTITY").isPresent();
  }

  @Override
  public void close() {
    context.close();
  }
}
