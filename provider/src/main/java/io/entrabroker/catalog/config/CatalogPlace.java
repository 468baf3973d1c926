package io.entrabroker.catalog.config;

import java.net.URI;

/**
 * Where the catalog is.
 *
 * @param url as browsers see it, without a slash at the end: {@code https://catalog.example}
 * @param ownKeys the catalog's own signing keys, as its server sees them
 */
public record CatalogPlace(URI url, URI ownKeys) {

  /**
   * A catalog that fetches its own keys from itself, which needs neither a proxy nor a certificate
   * that it would have to trust.
   */
  public static CatalogPlace at(URI url) {
    return new CatalogPlace(url, URI.create("http://localhost:8585/api/v1/system/config/jwks"));
  }

  /** Where the realm sends people back to. */
  public URI callback() {
    return URI.create(url + "/callback");
  }

  boolean isEncrypted() {
    return "https".equalsIgnoreCase(url.getScheme());
  }
}
