package io.entrabroker.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** npm's {@code oidc-client} in the version that OpenMetadata uses, as npm installs it. */
final class InstalledOidcClient {

  private static final Path PINNED = Stack.ROOT.resolve("sample-catalog/oidc-client-test");
  private static final Path FOLDER = Stack.ROOT.resolve("integration-tests/target/oidc-client");
  private static final long PATIENCE_MINUTES = 5;

  private InstalledOidcClient() {}

  /** Installs the library and gives the script that browsers load. */
  static Path script() {
    try {
      Files.createDirectories(FOLDER);
      for (String name : new String[] {"package.json", "package-lock.json"}) {
        Files.copy(PINNED.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      install();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Path script = FOLDER.resolve("node_modules/oidc-client/dist/oidc-client.min.js");
    assertThat(script).isNotEmptyFile();
    return script;
  }

  private static void install() throws IOException, InterruptedException {
    Path log = FOLDER.resolve("npm.log");
    String npm = Tool.NPM.find().orElseThrow().toString();
    Process process =
        new ProcessBuilder(
                npm, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0).as("npm ci: %s", Files.readString(log)).isTrue();
  }
}
