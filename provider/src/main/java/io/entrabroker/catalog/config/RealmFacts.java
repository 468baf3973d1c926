package io.entrabroker.catalog.config;

import java.util.List;
import java.util.Optional;

/**
 * What the realm says of the catalog.
 *
 * @param address the realm's
 * @param clients the catalog's clients, one of each kind at most
 * @param release the first release of the version that the identity provider is set up for, if
 *     there is one
 * @param mailDomains the organisation's mail domains, in the order of the setting
 */
public record RealmFacts(
    RealmAddress address,
    List<RegisteredClient> clients,
    Optional<CatalogRelease> release,
    List<String> mailDomains) {

  public RealmFacts {
    clients = List.copyOf(clients);
    mailDomains = List.copyOf(mailDomains);
  }

  /**
   * A client of the realm.
   *
   * @param client what the catalog needs of it
   * @param isEnabled whether anybody can sign in with it
   * @param rootUrl where the catalog is, as far as the client says
   */
  public record RegisteredClient(CatalogClient client, boolean isEnabled, String rootUrl) {}
}
