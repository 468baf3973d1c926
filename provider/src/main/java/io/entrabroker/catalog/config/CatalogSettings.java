package io.entrabroker.catalog.config;

import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;

/**
 * Everything that OpenMetadata has to know to sign people in through the realm.
 *
 * @param release its release
 * @param client its client in the realm
 * @param realm the realm
 * @param place where the catalog is
 * @param people whose catalog it is
 */
public record CatalogSettings(
    CatalogRelease release,
    CatalogClient client,
    RealmAddress realm,
    CatalogPlace place,
    CatalogPeople people) {

  boolean isConfidential() {
    return client.kind() == ClientKind.CONFIDENTIAL;
  }

  boolean isEmailFirst() {
    return release.version() == CatalogVersion.EMAIL_FIRST;
  }

  /** With another client. */
  public CatalogSettings with(CatalogClient other) {
    return new CatalogSettings(release, other, realm, place, people);
  }

  /** For another release. */
  public CatalogSettings with(CatalogRelease other) {
    return new CatalogSettings(other, client, realm, place, people);
  }
}
