package io.entrabroker.simulator.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What Entra takes as a redirect URI of a platform.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reply-url">Redirect URI
 *     restrictions</a>
 */
final class RedirectUriRule {

  private static final int LONGEST = 256;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  private RedirectUriRule() {}

  /** Why it is not taken; empty if it is. */
  static Optional<String> problem(Platform platform, String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notAnAddress) {
      return Optional.of(text + " is not an address.");
    }
    if (text.length() > LONGEST) {
      return Optional.of("A redirect URI has at most " + LONGEST + " characters.");
    }
    if (uri.getScheme() == null || uri.getRawFragment() != null || text.contains("*")) {
      return Optional.of(text + " must be absolute, without a fragment and without a wildcard.");
    }
    return platform == Platform.PUBLIC_CLIENT || overTls(uri)
        ? Optional.empty()
        : Optional.of(text + " must begin with https:// or http://localhost.");
  }

  private static boolean overTls(URI uri) {
    return uri.getHost() != null
        && (uri.getScheme().equals("https")
            || (uri.getScheme().equals("http") && THIS_MACHINE.contains(uri.getHost())));
  }
}
