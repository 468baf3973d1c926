package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.operations.catalog.CatalogApi;
import io.entrabroker.operations.catalog.CatalogPaths;
import io.entrabroker.operations.catalog.SecuritySettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Whether the administrator's token will still be good after a change. */
record TokenCheck(CatalogApi catalog, SecuritySettings wanted) {

  /**
   * Looks.
   *
   * @throws OperationProblem if it is known not to be
   */
  void run() {
    Set<String> keys = new HashSet<>(ids(catalog.as("").get(CatalogPaths.OWN_KEYS).body()));
    Set<String> realms = realmKeys();
    keys.addAll(realms);
    // Where the realm cannot be reached from here nobody knows its keys.
    Set<String> known = realms.isEmpty() ? Set.of() : keys;
    catalog
        .token()
        .objection(known, Instant.now())
        .ifPresent(
            objection -> {
              throw new OperationProblem(objection);
            });
  }

  private Set<String> realmKeys() {
    try {
      URI address = new URI(wanted.authentication("authority") + "/protocol/openid-connect/certs");
      return ids(new CatalogWeb(address).get(""));
    } catch (IOException | URISyntaxException unreachable) {
      return Set.of();
    }
  }

  private static Set<String> ids(JsonNode keys) {
    return new HashSet<>(keys.path("keys").findValuesAsText("kid"));
  }
}
