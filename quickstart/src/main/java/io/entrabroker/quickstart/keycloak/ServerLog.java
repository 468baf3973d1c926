package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file that takes what Keycloak writes to its console. */
record ServerLog(Path file) {
  private static final Pattern STARTED =
      Pattern.compile("Keycloak \\S+ on JVM .*started in (\\d+)\\.(\\d{3})s");
  private static final int LAST_LINES = 15;

  ServerLog {
    file = file.toAbsolutePath().normalize();
  }

  /** Keycloak's own figure of the newest start in the file, if it has got that far. */
  Optional<Duration> startedIn() {
    return lines().stream()
        .map(STARTED::matcher)
        .filter(Matcher::find)
        .map(m -> Duration.ofMillis(Long.parseLong(m.group(1) + m.group(2))))
        .reduce((older, newer) -> newer);
  }

  boolean saysPortIsTaken() {
    return lines().stream()
        .anyMatch(line -> line.contains("already bound") || line.contains("already in use"));
  }

  /** The last lines, for a message. */
  String tail() {
    List<String> all = lines();
    return all.stream()
        .skip(Math.max(0, all.size() - LAST_LINES))
        .collect(Collectors.joining("\n  ", "\n  ", "\n"));
  }

  private List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      // Not Files.readAllLines: it refuses a file whose last character is half written.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
