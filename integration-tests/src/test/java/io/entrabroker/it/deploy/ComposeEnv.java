package io.entrabroker.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code bin/compose-env}, which makes {@code .env} and the catalog's signing key. */
final class ComposeEnv {

  private ComposeEnv() {}

  /** Runs it for a folder; gives its exit code and what it said. */
  static ComposeProgram.Outcome run(Path folder) {
    try {
      Process process =
          new ProcessBuilder(
                  ComposeFile.ROOT.resolve("bin/compose-env").toString(), folder.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new ComposeProgram.Outcome(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /**
   * Makes {@code .env} in a folder and changes values of it, as somebody with an editor does.
   *
   * @return the file
   */
  static Path in(Path folder, Map<String, String> changes) {
    ComposeProgram.Outcome made = run(folder);
    if (made.exit() != 0) {
      throw new IllegalStateException(made.output());
    }
    Path file = folder.resolve(".env");
    StringBuilder text = new StringBuilder();
    try {
      Files.readString(file)
          .lines()
          .filter(line -> !changes.containsKey(line.split("=", 2)[0]))
          .forEach(line -> text.append(line).append('\n'));
      // In front: later lines use them.
      changes.forEach((name, value) -> text.insert(0, name + "=" + value + "\n"));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its lines, each with the values of those above. */
  static Map<String, String> values(Path file) {
    try {
      Map<String, String> values = ComposeFile.variables(Files.readString(file), false);
      values.replaceAll((name, written) -> new Interpolation(values).of(written));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
