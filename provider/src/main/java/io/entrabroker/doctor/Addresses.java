package io.entrabroker.doctor;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses of a client.
 *
 * @param root the catalog's, without a slash at the end; empty where the client does not say
 * @param redirects its redirect URIs, absolute where there is a root
 * @param webOrigins who may read answers in a browser
 * @param afterSignOut where people may come back to after signing out, absolute likewise
 */
public record Addresses(
    String root, Set<String> redirects, Set<String> webOrigins, Set<String> afterSignOut) {

  private static final String REDIRECTS_TOO = "+";
  private static final String NONE = "-";

  public Addresses {
    redirects = Set.copyOf(redirects);
    webOrigins = Set.copyOf(webOrigins);
    afterSignOut = Set.copyOf(afterSignOut);
  }

  /**
   * Reads them as Keycloak does: a redirect URI that begins with a slash is put behind the root; of
   * the addresses after signing out '+', or nothing at all, stands for the redirect URIs, and '-'
   * for none.
   */
  public static Addresses stored(
      String root,
      Collection<String> redirects,
      Collection<String> webOrigins,
      Collection<String> afterSignOut) {
    Set<String> absolute = absolute(root, redirects.stream());
    Set<String> written =
        afterSignOut.stream().filter(text -> !text.isEmpty()).collect(Collectors.toSet());
    boolean redirectsToo = written.isEmpty() || written.contains(REDIRECTS_TOO);
    Stream<String> back =
        written.stream().filter(text -> !text.equals(REDIRECTS_TOO) && !text.equals(NONE));
    return new Addresses(
        root.replaceAll("/+$", ""),
        absolute,
        Set.copyOf(webOrigins),
        absolute(root, redirectsToo ? Stream.concat(back, redirects.stream()) : back));
  }

  private static Set<String> absolute(String root, Stream<String> addresses) {
    return addresses
        .map(address -> address.startsWith("/") ? root + address : address)
        .collect(Collectors.toSet());
  }

  /** Scheme and authority of the root, lower case; empty if it has none. */
  public String origin() {
    return origin(root);
  }

  /** Scheme and authority of an address, lower case; empty if it has none. */
  static String origin(String address) {
    try {
      URI uri = URI.create(address.strip());
      return uri.getScheme() == null || uri.getRawAuthority() == null
          ? ""
          : (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether one of the addresses is, or stands for, this one. */
  static boolean cover(Set<String> addresses, String address) {
    return addresses.stream()
        .anyMatch(
            known ->
                known.endsWith("*")
                    ? address.startsWith(known.substring(0, known.length() - 1))
                    : known.equals(address));
  }
}
