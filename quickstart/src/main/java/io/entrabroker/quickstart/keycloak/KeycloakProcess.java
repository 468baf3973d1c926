package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of {@code kc.sh}, which has the server as its child. Stops that, and nothing else. */
final class KeycloakProcess implements AutoCloseable {
  /**
   * What Keycloak gets of our own environment. Not more: its realm import replaces placeholders by
   * any variable it can see, and {@code KC_…} variables would change the server behind our back.
   */
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final ServerLog log;
  private final Thread atExit = new Thread(this::stop, "stop-keycloak");

  private KeycloakProcess(Process process, ServerLog log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static KeycloakProcess launch(
      Path home, List<String> arguments, Map<String, String> environment, ServerLog log) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/kc.sh").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    try {
      Files.createDirectories(log.file().resolveSibling("."));
      return new KeycloakProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ServerLog log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the end; false if there is none within {@code time}. */
  boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeycloakProblem("Interrupted while waiting for Keycloak", e);
    }
  }

  void awaitEnd() {
    process.onExit().join();
  }

  int exitStatus() {
    return process.exitValue();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The hook is what is running: there is nothing to remove any more.
      return;
    }
  }

  private void stop() {
    // Taken first: once the script is gone nothing tells whose child the server was.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    if (!endsWithin(PATIENCE)) {
      all.forEach(ProcessHandle::destroyForcibly);
      endsWithin(PATIENCE);
    }
  }
}
