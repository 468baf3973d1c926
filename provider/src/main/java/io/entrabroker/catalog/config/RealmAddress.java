package io.entrabroker.catalog.config;

import java.net.URI;

/**
 * The realm as the catalog's server and its people's browsers see it: one address for both, since
 * the catalog compares what its server discovers with what the browser brings.
 *
 * @param issuer {@code https://keycloak.example/realms/openmetadata}, without a slash at the end
 * @param sessionSeconds how long somebody stays signed in at the realm at most, in seconds
 */
public record RealmAddress(URI issuer, int sessionSeconds) {

  /** Where the realm describes itself (OpenID Connect Discovery 1.0, section 4). */
  public URI discovery() {
    return URI.create(issuer + "/.well-known/openid-configuration");
  }

  /** The realm's signing keys, letter by letter as the discovery document names them. */
  public URI keys() {
    return URI.create(issuer + "/protocol/openid-connect/certs");
  }
}
