package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** npm's {@code @azure/msal-node} and {@code @azure/msal-browser}, as npm installs them. */
final class InstalledMsal {

  private static final Path PINNED = Path.of("msal-test").toAbsolutePath();
  private static final Path FOLDER = Path.of("target/msal-test").toAbsolutePath();
  private static final long PATIENCE_MINUTES = 5;

  private InstalledMsal() {}

  /** Installs the libraries next to the scripts that use them. */
  static synchronized Path folder() {
    try (Stream<Path> files = Files.list(PINNED)) {
      Files.createDirectories(FOLDER);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> command =
          List.of(
              Program.NPM.path(),
              "ci",
              "--ignore-scripts",
              "--prefer-offline",
              "--no-audit",
              "--no-fund");
      Output output = run(command, Map.of());
      assertThat(output.exitCode()).as("npm ci: %s", output.text()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FOLDER;
  }

  /** Runs a program in the folder of the libraries. */
  static Output run(List<String> command, Map<String, String> environment) {
    try {
      Path log = Files.createTempFile(FOLDER, "run", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      return new Output(process.exitValue(), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a program said, and how it ended. */
  record Output(int exitCode, String text) {}
}
