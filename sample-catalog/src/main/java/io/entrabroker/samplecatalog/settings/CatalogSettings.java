package io.entrabroker.samplecatalog.settings;

import io.entrabroker.samplecatalog.rules.CatalogRules;
import io.entrabroker.samplecatalog.rules.PrincipalResolution;
import io.entrabroker.samplecatalog.rules.TokenRules;
import java.net.URI;

/**
 * One sample catalog.
 *
 * @param realm issuer of the realm, for example {@code http://localhost:8080/realms/openmetadata}
 * @param clients its clients there
 * @param resolution how a token names a person
 * @param rules what decides over people
 * @param site its web site
 */
public record CatalogSettings(
    URI realm, Clients clients, PrincipalResolution resolution, CatalogRules rules, Site site) {

  /** What is demanded of tokens. */
  public TokenRules tokenRules() {
    return new TokenRules(rules.band(), resolution, rules.domains());
  }

  /** {@code publicKeyUrls}: configured in OpenMetadata, so derived and not discovered here. */
  public URI publicKeys() {
    return URI.create(realm + "/protocol/openid-connect/certs");
  }

  /** {@code discoveryUri}. */
  public URI discovery() {
    return URI.create(realm + "/.well-known/openid-configuration");
  }
}
