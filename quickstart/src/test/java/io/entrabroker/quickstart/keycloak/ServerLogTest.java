package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLogTest {
  private static final String STARTED =
      "2026-11-22 06:09:56,222 INFO  [io.quarkus] (main) Keycloak 26.7.3 on JVM (powered by Quarkus"
          + " 3.33.3.1) started in %s. Listening on: http://127.0.0.1:18181.%n";

  @TempDir private Path folder;
  private ServerLog log;

  @BeforeEach
  void aLog() {
    log = new ServerLog(folder.resolve("server.log"));
  }

  @Test
  void theNewestStartCounts() throws IOException {
    Files.writeString(log.file(), STARTED.formatted("5.701s") + STARTED.formatted("17.029s"));

    assertThat(log.startedIn()).contains(Duration.ofMillis(17029));
  }

  @Test
  void aServerThatHasNotStartedHasNoFigure() throws IOException {
    assertThat(log.startedIn()).isEmpty();
    Files.writeString(log.file(), "building\n");
    assertThat(log.startedIn()).isEmpty();
  }

  @Test
  void theTailIsTheLastFifteenLines() throws IOException {
    Files.writeString(
        log.file(),
        IntStream.rangeClosed(1, 40).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

    assertThat(log.tail().lines().map(String::strip).filter(line -> !line.isEmpty()))
        .hasSize(15)
        .startsWith("line 26")
        .endsWith("line 40");
  }
}
