package io.entrabroker.samplecatalog.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What belongs to the sample's own web site.
 *
 * @param port to listen on, 0 for a free one; always on loopback
 * @param addresses where it says it is
 * @param cookie how the session's cookie is marked
 * @param providerName what the sign-in button says ({@code providerName})
 * @param upstreams aliases of the realm's identity providers that the start page offers; an
 *     addition of the sample
 * @param files files to serve, by path
 */
public record Site(
    int port,
    Addresses addresses,
    SessionCookie cookie,
    String providerName,
    List<String> upstreams,
    Map<String, Path> files) {

  /** Where the oidc-client library is served when there is one. */
  public static final String OIDC_CLIENT_LIBRARY = "/real-oidc-client/oidc-client.min.js";

  public Site {
    upstreams = List.copyOf(upstreams);
    files = Map.copyOf(files);
  }

  /** A site that says it is where it listens, with a plain cookie. */
  public static Site here(
      int port, String providerName, List<String> upstreams, Map<String, Path> files) {
    return new Site(port, Addresses.OWN, SessionCookie.PLAIN, providerName, upstreams, files);
  }

  /** Whether the page that signs in with the real oidc-client is there. */
  public boolean hasOidcClientLibrary() {
    return files.containsKey(OIDC_CLIENT_LIBRARY);
  }
}
