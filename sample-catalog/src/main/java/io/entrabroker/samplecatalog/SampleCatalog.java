package io.entrabroker.samplecatalog;

import io.entrabroker.samplecatalog.openmetadata.OpenMetadataConfiguration;
import io.entrabroker.samplecatalog.web.CatalogServer;
import java.net.URI;

/**
 * A running sample catalog. It sends the requests that OpenMetadata sends and judges bearer tokens
 * as a band of its versions does; everything it adds is marked in its README.
 */
public final class SampleCatalog implements AutoCloseable {
  private final CatalogServer server;

  SampleCatalog(CatalogServer server) {
    this.server = server;
  }

  /** Sets one up. */
  public static SampleCatalogBuilder builder() {
    return new SampleCatalogBuilder();
  }

  /** Sets one up that OpenMetadata's own configuration configures, and nothing else. */
  public static ConfiguredCatalogBuilder configuredBy(OpenMetadataConfiguration configuration) {
    return new ConfiguredCatalogBuilder(configuration);
  }

  /** Its address, for example {@code http://localhost:8585}, without a slash at the end. */
  public URI url() {
    return server.url();
  }

  /**
   * A new personal access token of the first administrator, good for an hour: for the API of its
   * settings, users and teams.
   *
   * @throws IllegalStateException when it has no administrator
   */
  public String administratorsToken() {
    return server.administratorsToken();
  }

  /** Stops it; its users and sessions are gone. */
  @Override
  public void close() {
    server.close();
  }
}
