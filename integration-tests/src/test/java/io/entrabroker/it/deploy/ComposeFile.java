package io.entrabroker.it.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, as it is in the repository. */
final class ComposeFile {

  static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

  private final Map<String, Object> file;

  private ComposeFile(Map<String, Object> file) {
    this.file = file;
  }

  static ComposeFile read() {
    return new ComposeFile(new Yaml().load(text("docker-compose.yml")));
  }

  /** A file of the repository. */
  static String text(String name) {
    try {
      return Files.readString(ROOT.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines {@code NAME=value}; with those that a {@code #} switches off, if wanted. */
  static Map<String, String> variables(String text, boolean alsoSwitchedOff) {
    Map<String, String> variables = new LinkedHashMap<>();
    String line = (alsoSwitchedOff ? "#?" : "") + "[A-Za-z_]\\w*=.*";
    text.lines()
        .filter(written -> written.matches(line))
        .map(written -> written.replaceFirst("^#", "").split("=", 2))
        .forEach(parts -> variables.putIfAbsent(parts[0], parts[1]));
    return variables;
  }

  /** The services by name, with the parts that they share. */
  Map<String, Map<String, Object>> services() {
    return children(file, "services");
  }

  Map<String, Object> service(String name) {
    return services().getOrDefault(name, Map.of());
  }

  /** A service's environment as it is written; what is taken from {@code .env} as it is, empty. */
  Map<String, String> environment(String service) {
    Map<String, String> written = new LinkedHashMap<>();
    child(service(service), "environment")
        .forEach((name, value) -> written.put(name, value == null ? "" : value.toString()));
    return written;
  }

  /** A service's environment with values. */
  Map<String, String> environment(String service, Map<String, String> variables) {
    Map<String, String> values = environment(service);
    values.replaceAll((name, written) -> new Interpolation(variables).of(written));
    return values;
  }

  /** What a service waits for, and how. */
  Map<String, Map<String, Object>> dependencies(String service) {
    return children(service(service), "depends_on");
  }

  static Map<String, Object> child(Map<String, Object> parent, String name) {
    return asMap(parent.getOrDefault(name, Map.of()));
  }

  static List<String> texts(Map<String, Object> parent, String name) {
    return parent.getOrDefault(name, List.of()) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, Map<String, Object>> children(
      Map<String, Object> parent, String name) {
    Map<String, Map<String, Object>> children = new LinkedHashMap<>();
    child(parent, name).forEach((key, value) -> children.put(key, asMap(value)));
    return children;
  }

  @SuppressWarnings("unchecked") // Keys of YAML mappings are texts in this file.
  private static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }
}
