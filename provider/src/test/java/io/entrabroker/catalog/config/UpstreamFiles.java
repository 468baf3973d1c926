package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OpenMetadata's schemas and charts, which are not part of this project: in the folder that {@code
 * OPENMETADATA_SCHEMAS} names, or in {@code shared/data} beside the project; nothing where there is
 * neither.
 */
final class UpstreamFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VALUES = Pattern.compile("values-(.+)\\.yaml");

  private static final Optional<Path> FOLDER =
      Optional.of(
              Path.of(System.getenv().getOrDefault("OPENMETADATA_SCHEMAS", "../../shared/data")))
          .filter(Files::isDirectory);

  private UpstreamFiles() {}

  /** Whether there are any. */
  static boolean areThere() {
    return FOLDER.isPresent();
  }

  /**
   * A schema of the server.
   *
   * @param name such as {@code authenticationConfiguration}
   */
  static ObjectNode serverSchema(String name) throws IOException {
    return json(FOLDER.orElseThrow().resolve("openmetadata-schema").resolve(name + ".json"));
  }

  /** The charts that there are, by their release. */
  static Stream<Chart> charts() {
    return FOLDER
        .map(folder -> folder.resolve("openmetadata-helm"))
        .filter(Files::isDirectory)
        .stream()
        .flatMap(UpstreamFiles::charts);
  }

  private static Stream<Chart> charts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> VALUES.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(found -> new Chart(folder, found.group(1)))
          .sorted((one, other) -> one.release().compareTo(other.release()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A chart.
   *
   * @param release such as {@code 1.13.1}
   */
  record Chart(Path folder, String release) {

    /** Its own values. */
    ObjectNode values() throws IOException {
      return (ObjectNode) yaml(folder.resolve("values-" + release + ".yaml"));
    }

    /** Its own values with others laid over, as Helm does. */
    ObjectNode valuesWith(JsonNode others) throws IOException {
      ObjectNode values = values();
      layOver(values, others);
      return values;
    }

    /** What its schema has against values. */
    Set<ValidationMessage> problems(ObjectNode values) throws IOException {
      ObjectNode schema = json(folder.resolve("values.schema-" + release + ".json"));
      // It names a dialect that is nowhere to be had; Helm reads it as this one.
      schema.remove("$schema");
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(schema)
          .validate(values);
    }
  }

  static JsonNode yaml(Path file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(file));
  }

  private static ObjectNode json(Path file) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(file));
  }

  private static void layOver(ObjectNode values, JsonNode ours) {
    ours.properties()
        .forEach(
            member -> {
              if (values.get(member.getKey()) instanceof ObjectNode object
                  && member.getValue().isObject()) {
                layOver(object, member.getValue());
              } else {
                values.set(member.getKey(), member.getValue());
              }
            });
  }
}
