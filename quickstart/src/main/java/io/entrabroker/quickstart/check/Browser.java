package io.entrabroker.quickstart.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.htmlunit.BrowserVersion;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;

/** A browser without scripts and, at first, without cookies. */
final class Browser implements AutoCloseable {
  // Kept here: a logger that nobody holds forgets its level. HtmlUnit would log addresses.
  private static final Logger LOG = Logger.getLogger("org.htmlunit");

  private static final int MOST_REDIRECTS = 20;

  private final WebClient client = new WebClient(BrowserVersion.CHROME);

  Browser() {
    LOG.setLevel(Level.OFF);
    client.getOptions().setJavaScriptEnabled(false);
    client.getOptions().setCssEnabled(false);
    client.getOptions().setRedirectEnabled(false);
    client.getOptions().setThrowExceptionOnFailingStatusCode(false);
    client.getOptions().setPrintContentOnFailingStatusCode(false);
  }

  /** Where the browser is. */
  sealed interface Place {
    /** An address that it was sent to and did not go to any more. */
    record Sent(URI address) implements Place {}

    /** A page that waits for somebody. */
    record Waiting(Page page) implements Place {
      /** The first element on the page that an XPath expression finds. */
      Optional<DomElement> find(String xpath) {
        return page instanceof HtmlPage html
            ? Optional.ofNullable(html.<DomElement>getFirstByXPath(xpath))
            : Optional.empty();
      }

      /** What a person would say where they are; never the address, which may hold a token. */
      String described() {
        String text = page instanceof HtmlPage html ? html.asNormalizedText() : "no page";
        return page.getWebResponse().getStatusCode()
            + " at "
            + page.getUrl().getHost()
            + ":"
            + page.getUrl().getPort()
            + page.getUrl().getPath()
            + ": "
            + text.replaceAll("\\s+", " ");
      }
    }
  }

  /** Goes to an address and on, until it is sent to one that {@code end} accepts. */
  Place open(URI address, Predicate<URI> end) {
    return perform(() -> client.getPage(address.toURL()), end);
  }

  /** Clicks, and goes on in the same way. */
  Place click(DomElement element, Predicate<URI> end) {
    return perform(element::click, end);
  }

  @Override
  public void close() {
    client.close();
  }

  private Place perform(Step step, Predicate<URI> end) {
    try {
      Page page = step.take();
      for (int i = 0; i < MOST_REDIRECTS; i++) {
        Optional<URI> next = redirect(page);
        if (next.isEmpty()) {
          return new Place.Waiting(page);
        }
        if (end.test(next.get())) {
          return new Place.Sent(next.get());
        }
        page = client.getPage(next.get().toURL());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new CheckFailure("The browser was sent on more than " + MOST_REDIRECTS + " times");
  }

  private static Optional<URI> redirect(Page page) {
    int status = page.getWebResponse().getStatusCode();
    return Optional.ofNullable(page.getWebResponse().getResponseHeaderValue("Location"))
        .filter(location -> status >= 300 && status < 400)
        .map(location -> URI.create(page.getUrl().toString()).resolve(location));
  }

  /** Something that leads to a page. */
  private interface Step {
    Page take() throws IOException;
  }
}
