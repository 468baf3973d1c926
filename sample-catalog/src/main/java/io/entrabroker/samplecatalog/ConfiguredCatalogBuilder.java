package io.entrabroker.samplecatalog;

import io.entrabroker.samplecatalog.openmetadata.ConfigurationException;
import io.entrabroker.samplecatalog.openmetadata.OpenMetadataConfiguration;
import io.entrabroker.samplecatalog.openmetadata.Surroundings;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import io.entrabroker.samplecatalog.settings.Site;
import io.entrabroker.samplecatalog.web.CatalogServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pac4j.core.exception.TechnicalException;

/**
 * Sets up a sample catalog that takes everything about signing in from OpenMetadata's own
 * configuration. What is set here is what such a configuration does not speak of.
 */
public final class ConfiguredCatalogBuilder {
  private final OpenMetadataConfiguration configuration;
  private final Map<String, Path> files = new HashMap<>();
  private int port;
  private Set<String> roles = Set.of("DataConsumer", "DataSteward");
  private Set<String> teams = Set.of();
  private SelfSignup newcomers = SelfSignup.AUTOMATIC;
  private List<String> upstreams = List.of();

  ConfiguredCatalogBuilder(OpenMetadataConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Port on loopback, the one of the configured addresses; 0, the default, takes a free one. */
  public ConfiguredCatalogBuilder port(int value) {
    port = value;
    return this;
  }

  /** Names of the catalog's roles, "Admin" aside; others in a token are skipped. */
  public ConfiguredCatalogBuilder roles(String... names) {
    roles = Set.of(names);
    return this;
  }

  /** Names of the catalog's teams of type Group, by default none; others are skipped. */
  public ConfiguredCatalogBuilder teams(String... names) {
    teams = Set.of(names);
    return this;
  }

  /** How unknown people sign up where {@code enableSelfSignup} lets them. */
  public ConfiguredCatalogBuilder newcomers(SelfSignup value) {
    newcomers = value;
    return this;
  }

  /** Aliases of the realm's identity providers to choose from, an addition of the sample. */
  public ConfiguredCatalogBuilder upstreams(String... aliases) {
    upstreams = List.of(aliases);
    return this;
  }

  /** Adds the page {@code /real-oidc-client}; see {@link SampleCatalogBuilder}. */
  public ConfiguredCatalogBuilder oidcClientLibrary(Path script) {
    files.put(Site.OIDC_CLIENT_LIBRARY, script);
    return this;
  }

  /**
   * Starts the catalog. With a confidential client the realm must be there, as for OpenMetadata.
   *
   * @throws IllegalStateException when the realm's metadata cannot be read
   * @throws ConfigurationException when an address of the configuration is none
   * @throws io.javalin.util.JavalinException when the port is taken
   */
  public SampleCatalog start() {
    CatalogServer server =
        CatalogServer.start(
            configuration, new Surroundings(port, roles, teams, newcomers, upstreams, files));
    try {
      if (configuration.isConfidential()) {
        server.readRealm();
      }
      return new SampleCatalog(server);
    } catch (TechnicalException unreachable) {
      server.close();
      throw new IllegalStateException(
          "OpenMetadata does not start: " + unreachable.getMessage(), unreachable);
    }
  }
}
