package io.entrabroker.quickstart.check;

import java.net.URI;

/**
 * What is checked.
 *
 * @param catalog the catalog as browsers see it
 * @param realm the realm's issuer
 */
public record Site(URI catalog, URI realm) {
  URI callback() {
    return URI.create(catalog + "/callback");
  }

  URI endpoint(String name) {
    return URI.create(realm + "/protocol/openid-connect/" + name);
  }
}
