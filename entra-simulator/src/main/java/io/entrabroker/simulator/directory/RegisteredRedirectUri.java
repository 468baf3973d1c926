package io.entrabroker.simulator.directory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A redirect URI as registered, with its platform.
 *
 * @param platform the platform it is registered under
 * @param uri the text as registered
 */
public record RegisteredRedirectUri(Platform platform, String uri) {

  private static final Pattern LOCALHOST =
      Pattern.compile("(?<before>http://localhost)(?::\\d{1,5})?(?<after>(?:[/?#].*)?)");
  private static final Pattern ORIGIN = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]+).*");

  /**
   * Whether the URI sent is this one: equal in every character, but for the port of {@code
   * http://localhost}.
   *
   * @see <a href="https://learn.microsoft.com/entra/identity-platform/reply-url">Redirect URI
   *     restrictions</a>
   */
  public boolean matches(String sent) {
    return withoutLocalPort(uri).equals(withoutLocalPort(sent));
  }

  /** Whether a page of this origin may be the application: scheme, host and port agree. */
  public boolean hasOrigin(String origin) {
    Matcher own = ORIGIN.matcher(uri);
    return own.matches()
        && withoutLocalPort(own.group(1).toLowerCase(Locale.ROOT))
            .equals(withoutLocalPort(origin.toLowerCase(Locale.ROOT)));
  }

  private static String withoutLocalPort(String uri) {
    Matcher local = LOCALHOST.matcher(uri);
    return local.matches() ? local.group("before") + local.group("after") : uri;
  }
}
