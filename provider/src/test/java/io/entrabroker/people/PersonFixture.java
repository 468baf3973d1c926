package io.entrabroker.people;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fictional person: what Entra says, what is there before, and what is to come of it.
 *
 * @param file the file's name without its ending
 * @param json what stands in it
 */
record PersonFixture(String file, JsonNode json) {

  static final ObjectMapper JSON = new ObjectMapper();

  /** What a fixture may say of the state before the sign-in. */
  static final Set<String> BEFORE =
      Set.of("visits", "names", "user", "links", "previous", "local", "catalog", "teams");

  /** What a fixture may say. */
  static final Set<String> FIELDS =
      Set.of(
          "topic", "place", "person", "rule", "settings", "before", "graph", "claims", "expected");

  // What is out of the ordinary in a name may be what the person stands for.
  private static final Pattern ORDINARY = Pattern.compile("[A-Za-z0-9 .-]+");

  private static final Path FOLDER = Path.of("src", "test", "resources", "people");
  static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** Everybody, by topic and by the place there. */
  static List<PersonFixture> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(PersonFixture::read)
          .sorted(
              Comparator.comparing(PersonFixture::topic)
                  .thenComparing(PersonFixture::place)
                  .thenComparing(PersonFixture::file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PersonFixture read(Path path) {
    try {
      String name = path.getFileName().toString().replace(".json", "");
      return new PersonFixture(name, JSON.readTree(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  Topic topic() {
    return Topic.valueOf(text("topic").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private int place() {
    return json.path("place").asInt();
  }

  String person() {
    return text("person");
  }

  String rule() {
    return text("rule");
  }

  Map<String, Object> claims() {
    return object(json.path("claims"));
  }

  /** The settings that differ from {@link FictionalRealm}'s. */
  Map<String, Object> settings() {
    return object(json.path("settings"));
  }

  /** Who came before, in this order: others, or the person. */
  List<Map<String, Object>> visitsBefore() {
    List<Map<String, Object>> visits = new ArrayList<>();
    before().path("visits").forEach(visit -> visits.add(object(visit)));
    return visits;
  }

  JsonNode before() {
    return json.path("before");
  }

  JsonNode graph() {
    return json.path("graph");
  }

  /** What is to come of it: the most exact word counts. */
  ObjectNode expected(CatalogVersion version, ClientKind client) {
    return (ObjectNode) json.path("expected").path(expectation(version, client));
  }

  /** The name of the expectation that counts. */
  String expectation(CatalogVersion version, ClientKind client) {
    String kind = client.name().toLowerCase(Locale.ROOT);
    return Stream.of(version.text() + " " + kind, version.text(), kind, "every band")
        .filter(json.path("expected")::has)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(file + " expects nothing in " + version + " " + client));
  }

  /** What makes the fixture what it is, whatever the person is called. */
  String essence() {
    ObjectNode rest = json.deepCopy();
    rest.remove(List.of("topic", "place", "person", "rule"));
    String text = rest.toString();
    for (String own : List.of("oid", "sub", "name", "given_name", "family_name")) {
      String value = json.path("claims").path(own).asText();
      text = ORDINARY.matcher(value).matches() ? text.replace(value, "<" + own + ">") : text;
    }
    return text.replace(file.replace('-', '.'), "<local part>");
  }

  @Override
  public String toString() {
    return file;
  }

  private String text(String field) {
    return json.path(field).asText();
  }

  private static Map<String, Object> object(JsonNode node) {
    return node.isMissingNode() ? Map.of() : JSON.convertValue(node, OBJECT);
  }
}
