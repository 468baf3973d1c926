package io.entrabroker.catalog.config;

import io.entrabroker.Parsed;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which the catalog's configuration is written. */
public enum CatalogExport {
  /** Variables for a container, or for {@code .env} beside OpenMetadata's compose file. */
  DOCKER_ENV("docker-env", "openmetadata.env", "text/plain", DockerEnv::write),
  /** The two sections of {@code conf/openmetadata.yaml} on a server without containers. */
  SERVER_YAML("openmetadata-yaml", "openmetadata.yaml", "application/yaml", ServerYaml::write),
  /** Values for OpenMetadata's Helm chart. */
  HELM_VALUES("helm-values", "values.yaml", "application/yaml", HelmValues::write),
  /** The Secret to which those values refer. */
  HELM_SECRET("helm-secret", "secret.yaml", "application/yaml", HelmSecret::write),
  /** The body of {@code PUT /api/v1/system/security/config}, since 1.10. */
  SETTINGS_JSON("settings-json", "security-config.json", "application/json", SettingsJson::write),
  /** How an ingestion workflow reaches the catalog. */
  INGESTION_YAML("ingestion-yaml", "ingestion.yaml", "application/yaml", IngestionYaml::write),
  /** What to hand over to who runs the hosted catalog. */
  COLLATE_SHEET("collate-sheet", "collate.md", "text/markdown", CollateSheet::write);

  private final String text;
  private final String fileName;
  private final String mediaType;
  private final Function<CatalogSettings, String> writer;

  CatalogExport(
      String text, String fileName, String mediaType, Function<CatalogSettings, String> writer) {
    this.text = text;
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** Its name in addresses and on command lines: {@code docker-env}. */
  public String text() {
    return text;
  }

  /** What a file with it is best called. */
  public String fileName() {
    return fileName;
  }

  /** Its media type, without a character set; it is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** Reads {@link #text()}. */
  public static Parsed<CatalogExport> parse(String written) {
    return Arrays.stream(values())
        .filter(format -> format.text.equals(written.strip()))
        .findFirst()
        .map(Parsed::accepted)
        .orElseGet(() -> Parsed.refused("Write one of the formats " + names() + "."));
  }

  /** The configuration in this form, with a line break at its end. */
  public String write(CatalogSettings settings) {
    return writer.apply(settings);
  }

  /** Whether a catalog of this release can be configured this way. */
  public boolean fits(CatalogRelease release) {
    return this != SETTINGS_JSON || release.keepsSettingsInDatabase();
  }

  private static String names() {
    return Arrays.stream(values()).map(CatalogExport::text).collect(Collectors.joining(", "));
  }
}
