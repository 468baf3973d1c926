package io.entrabroker.it.leaks;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every secret of a run, by its kind. Short ones do not count, since they stand in texts by chance,
 * nor does a placeholder that a test writes where a secret should be.
 */
final class Secrets {

  /** In characters. */
  static final int SHORTEST = 16;

  private final Map<SecretKind, Set<String>> known = new EnumMap<>(SecretKind.class);

  void add(SecretKind kind, String value) {
    if (value.length() >= SHORTEST && !value.startsWith("${")) {
      known.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(value);
    }
  }

  /** Those that were written down one in a line. */
  void addAll(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      JsonNode secret = Json.read(line);
      add(SecretKind.valueOf(secret.get(0).asText()), secret.get(1).asText());
    }
  }

  /** The kinds that there are. */
  Set<SecretKind> kinds() {
    return known.keySet();
  }

  Set<String> of(SecretKind kind) {
    return known.getOrDefault(kind, Set.of());
  }
}
