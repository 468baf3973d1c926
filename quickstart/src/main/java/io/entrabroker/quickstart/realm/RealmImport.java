package io.entrabroker.quickstart.realm;

import java.net.URI;
import java.util.Map;

/** What the realm file's placeholders are replaced by. */
public final class RealmImport {
  private RealmImport() {}

  /**
   * Enables both of the catalog's clients: the sample offers both ways to sign in. The identity
   * provider stays off; {@link Brokers} sets it up, so that changing it needs no new import.
   *
   * @param catalog the catalog as browsers see it
   * @param clientSecret the secret of {@value CatalogClients#WEB}
   */
  public static Map<String, String> environment(URI catalog, String clientSecret) {
    return Map.of(
        "OPENMETADATA_URL",
        catalog.toString(),
        "OPENMETADATA_CONFIDENTIAL_ENABLED",
        "true",
        "OPENMETADATA_CLIENT_SECRET",
        clientSecret,
        "OPENMETADATA_PUBLIC_ENABLED",
        "true");
  }
}
