package io.entrabroker.samplecatalog.settings;

import io.entrabroker.samplecatalog.rules.CatalogRules;
import io.entrabroker.samplecatalog.rules.PrincipalResolution;
import io.entrabroker.samplecatalog.rules.TokenRules;
import java.net.URI;

/**
 * One sample catalog.
 *
 * @param realm issuer of the realm, for example {@code http://localhost:8080/realms/openmetadata}
 * @param trust which bearers are genuine
 * @param clients its clients there
 * @param resolution how a token names a person
 * @param rules what decides over people
 * @param site its web site
 */
public record CatalogSettings(
    URI realm,
    Trust trust,
    Clients clients,
    PrincipalResolution resolution,
    CatalogRules rules,
    Site site) {

  /** The same with other rules. */
  public CatalogSettings with(CatalogRules other) {
    return new CatalogSettings(realm, trust, clients, resolution, other, site);
  }

  /** What is demanded of tokens. */
  public TokenRules tokenRules() {
    return new TokenRules(rules.band(), resolution, rules.domains());
  }
}
