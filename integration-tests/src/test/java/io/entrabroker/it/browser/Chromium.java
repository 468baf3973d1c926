package io.entrabroker.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * One Chromium for all tests of a run; a test with a {@link Visitor} among its parameters gets a
 * browser of its own, without cookies, and one with a {@link Browser} opens such itself. When a
 * test fails, a picture of what was on the screen is kept.
 */
final class Chromium implements ParameterResolver, TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(Chromium.class);

  /** Nothing but what the pages ask for, and no way out of the machine. */
  private static final List<String> OPTIONS =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-gpu",
          "--disable-quic");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Visitor.class || type == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Running.class, key -> Running.started(), Running.class);
    if (parameter.getParameter().getType() == Browser.class) {
      return running.browser();
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Visitor.class, key -> new Visitor(running.browser().newContext()), Visitor.class);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    Visitor visitor = context.getStore(NAMESPACE).get(Visitor.class, Visitor.class);
    if (visitor != null) {
      visitor.picture("failed " + context.getRequiredTestMethod().getName());
    }
    throw problem;
  }

  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

    static Running started() {
      Path executable =
          Tool.CHROMIUM
              .find()
              .orElseThrow(() -> new IllegalStateException(Tool.CHROMIUM.howToGetIt()));
      PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE_MILLIS);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setHeadless(true)
                      .setArgs(options()));
      return new Running(playwright, browser);
    }

    private static List<String> options() {
      List<String> options = new ArrayList<>(OPTIONS);
      if (System.getProperty("user.name").equals("root")) {
        options.add("--no-sandbox"); // Chromium refuses to start otherwise
      }
      return options;
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
