package io.entrabroker.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.CatalogVersion;
import java.util.Optional;
import java.util.Set;

/**
 * What the realm would tell a catalog.
 *
 * @param settings {@code authenticationConfiguration} and {@code authorizerConfiguration} as it
 *     would write them; missing if it cannot say
 * @param mailDomains the mail domains of its identity providers, lower case
 * @param setUpFor the version that its identity provider is set up for
 */
public record CatalogWanted(
    JsonNode settings, Set<String> mailDomains, Optional<CatalogVersion> setUpFor) {

  public CatalogWanted {
    mailDomains = Set.copyOf(mailDomains);
  }

  JsonNode authentication() {
    return settings.path("authenticationConfiguration");
  }

  JsonNode authorizer() {
    return settings.path("authorizerConfiguration");
  }
}
