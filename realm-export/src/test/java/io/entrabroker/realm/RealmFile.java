package io.entrabroker.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The file at the module's root, as text and as JSON. */
final class RealmFile {
  static final Path PATH = Path.of("openmetadata-realm.json");
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private RealmFile() {}

  static String text() {
    return read(PATH);
  }

  static String readme() {
    return read(Path.of("README.md"));
  }

  static JsonNode json() {
    return parse(text());
  }

  static JsonNode parse(String text) {
    try {
      return SORTED.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The user profile, which Keycloak keeps as JSON inside a text. */
  static String userProfileText() {
    return json()
        .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
        .path("kc.user.profile.config")
        .path(0)
        .asText();
  }

  /** Keys sorted, two spaces, a line break at the end. */
  static String normalised(String text) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(TWO_SPACES);
    printer.indentArraysWith(TWO_SPACES);
    try {
      return SORTED.writer(printer).writeValueAsString(sorted(text)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys sorted, no white space. */
  static String compact(String text) {
    try {
      return SORTED.writeValueAsString(sorted(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every leaf by its JSON Pointer. */
  static Map<String, JsonNode> leaves() {
    Map<String, JsonNode> leaves = new TreeMap<>();
    collect("", json(), leaves);
    return leaves;
  }

  private static void collect(String pointer, JsonNode node, Map<String, JsonNode> leaves) {
    if (node.isValueNode()) {
      leaves.put(pointer, node);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(pointer + "/" + i, node.path(i), leaves);
      }
    } else {
      node.properties().forEach(e -> collect(pointer + "/" + e.getKey(), e.getValue(), leaves));
    }
  }

  private static Object sorted(String text) throws JsonProcessingException {
    return SORTED.readValue(text, Object.class);
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
