package io.entrabroker.samplecatalog.openmetadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads OpenMetadata's configuration from the files in which it is kept: variables ({@code .env}),
 * {@code openmetadata.yaml}, values of the Helm chart with the Secrets they refer to, or the body
 * of the Settings API ({@code .json}).
 */
public final class ConfigurationFiles {
  private final Release release;
  private final Map<String, String> environment;

  /**
   * A reader.
   *
   * @param release the release that is configured
   * @param environment of the server, for the variables in an {@code openmetadata.yaml}
   */
  public ConfigurationFiles(Release release, Map<String, String> environment) {
    this.release = release;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads one file, or values and Secrets.
   *
   * @throws ConfigurationException with what OpenMetadata, or its chart, has against it
   */
  public OpenMetadataConfiguration read(Path... files) {
    return new OpenMetadataConfiguration(new Tree(tree(List.of(files)), release), release);
  }

  private ObjectNode tree(List<Path> files) {
    List<ObjectNode> secrets = new ArrayList<>();
    List<ObjectNode> configurations = new ArrayList<>();
    for (Path file : files) {
      ObjectNode document = document(file);
      (ClusterSecrets.isSecret(document) ? secrets : configurations).add(document);
    }
    if (configurations.size() != 1) {
      throw new ConfigurationException("Write one configuration, and its Secrets if it has some");
    }
    ObjectNode configuration = configurations.get(0);
    return HelmChart.isFor(configuration)
        ? ShippedYaml.with(
            new HelmChart(configuration, new ClusterSecrets(secrets)).variables(), release)
        : configuration;
  }

  private ObjectNode document(Path file) {
    String name = String.valueOf(file.getFileName());
    String text = text(file);
    if (name.endsWith(".env")) {
      return ShippedYaml.with(EnvFile.parse(text, name), release);
    }
    return name.endsWith(".json") ? Documents.json(text, name) : yaml(text, name);
  }

  /** The chart takes its values as they are; only the server replaces variables. */
  private ObjectNode yaml(String text, String name) {
    ObjectNode asWritten = Documents.yaml(text, name);
    return asWritten.has(Members.AUTHN) || asWritten.has(Members.AUTHZ)
        ? Documents.yaml(new Substitution(environment).apply(text), name)
        : asWritten;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new ConfigurationException(file.getFileName() + " cannot be read");
    }
  }
}
