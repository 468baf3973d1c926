package io.entrabroker.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Docker Compose 2 or newer: the program that the variable {@code DOCKER_COMPOSE} names, or {@code
 * docker compose}.
 *
 * @param command its name and first arguments
 */
record ComposeProgram(List<String> command) {

  /**
   * What a run of it came to.
   *
   * @param exit its exit code
   * @param output what it said
   */
  record Outcome(int exit, String output) {}

  static Optional<ComposeProgram> find() {
    String named = System.getenv().getOrDefault("DOCKER_COMPOSE", "");
    ComposeProgram program =
        new ComposeProgram(named.isEmpty() ? List.of("docker", "compose") : List.of(named));
    try {
      Outcome version = program.run("version", "--short");
      return Optional.of(program)
          .filter(answered -> version.exit() == 0 && !version.output().startsWith("1."));
    } catch (UncheckedIOException noSuchProgram) {
      return Optional.empty();
    }
  }

  /** Runs it in the project's folder, and waits up to 15 minutes. */
  Outcome run(String... arguments) {
    return run(List.of(arguments));
  }

  Outcome run(List<String> arguments) {
    List<String> line = new ArrayList<>(command);
    line.addAll(arguments);
    try {
      Path output = Files.createTempFile("compose-", ".log");
      Process process =
          new ProcessBuilder(line)
              .directory(ComposeFile.ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(15, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String said = Files.readString(output, UTF_8);
      Files.delete(output);
      return new Outcome(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
