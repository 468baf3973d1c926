package io.entrabroker.samplecatalog.settings;

import java.net.URI;

/**
 * Where the catalog says it is.
 *
 * @param callback {@code callbackUrl}, the redirect URI; empty: {@code /callback} where it listens
 * @param server {@code serverUrl}, without a slash at the end; empty: where it listens
 */
public record Addresses(String callback, String server) {

  /** Where it listens. */
  public static final Addresses OWN = new Addresses("", "");

  /** The redirect URI of a catalog that listens here. */
  public String callback(URI here) {
    return callback.isEmpty() ? here + "/callback" : callback;
  }

  /** The address of a catalog that listens here. */
  public URI server(URI here) {
    return server.isEmpty() ? here : URI.create(server);
  }
}
