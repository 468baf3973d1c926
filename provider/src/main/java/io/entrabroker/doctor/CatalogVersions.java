package io.entrabroker.doctor;

import io.entrabroker.catalog.CatalogVersion;
import java.util.Set;

/**
 * The versions of OpenMetadata that a realm is set up for. What one of them needs, the realm has to
 * have.
 *
 * @param all them; none if they are not known, and then what releases up to 1.13 need counts, which
 *     is the most
 */
public record CatalogVersions(Set<CatalogVersion> all) {

  public CatalogVersions {
    all = Set.copyOf(all);
  }

  /** Whether every request carries the realm's ID token, which the realm renews: up to 1.13. */
  boolean liveOnIdTokens() {
    return all.isEmpty()
        || all.stream().anyMatch(version -> version.compareTo(CatalogVersion.V2_0) < 0);
  }

  /** Whether the realm is asked again while a session lives: 2.0 does not. */
  boolean askAgain() {
    return liveOnIdTokens() || all.contains(CatalogVersion.EMAIL_FIRST);
  }
}
