package io.entrabroker.samplecatalog.rules;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the catalog may send a browser together with a token.
 *
 * <p>OpenMetadata had no rule up to 1.12 and leaked tokens to whoever asked (issue 29662). For all
 * of 1.x the sample takes the rule of the later ones: the catalog's own scheme, host and port, or a
 * path. Since 2.0 it must be one of three addresses, character by character.
 */
public final class RedirectTarget {
  private static final List<String> PATHS = List.of("/callback", "/auth/callback", "/mcp/callback");

  private RedirectTarget() {}

  /**
   * The address to redirect to, absolute; empty when the text is not one of the catalog's own.
   *
   * @param catalog the catalog's address
   * @param text what the request asks for
   */
  public static Optional<URI> within(URI catalog, String text) {
    // A browser reads a backslash as a slash: "/\evil.example" would leave the site.
    if (text.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    try {
      URI target = catalog.resolve(text);
      return origin(target).equals(origin(catalog)) ? Optional.of(target) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /**
   * The address to redirect to since 2.0; empty when the text is not one of them.
   *
   * @param catalog the catalog's address
   * @param text what the request asks for
   */
  public static Optional<URI> exactly(URI catalog, String text) {
    return within(catalog, text)
        .filter(
            target -> PATHS.stream().anyMatch(path -> target.toString().equals(catalog + path)));
  }

  private static String origin(URI address) {
    String text = address.getScheme() + "://" + address.getRawAuthority();
    return text.toLowerCase(Locale.ROOT);
  }
}
