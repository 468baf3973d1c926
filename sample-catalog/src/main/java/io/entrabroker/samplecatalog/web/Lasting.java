package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import java.time.Clock;

/**
 * What outlives a change of the catalog's settings.
 *
 * @param users the people
 * @param organisation teams and roles
 * @param ownTokens the catalog's key, its sessions and personal access tokens
 * @param clock the time
 */
record Lasting(CatalogUsers users, Organisation organisation, OwnTokens ownTokens, Clock clock) {

  /** Of a catalog that starts with these settings. */
  static Lasting startingWith(CatalogSettings settings) {
    Clock clock = Clock.systemUTC();
    return new Lasting(
        new CatalogUsers(settings.rules(), FourCharacters::drawn),
        new Organisation(settings.rules().roles(), settings.rules().teams()),
        new OwnTokens(clock),
        clock);
  }
}
