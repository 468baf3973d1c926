package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A server that was built, has its realm and is not running. Servers run on copies of it.
 *
 * @param key what it was made from, see {@link KeycloakSetup#key()}
 * @param folder where it is
 */
public record KeycloakTemplate(String key, Path folder) {
  /**
   * Starts a server on a fresh copy of the database; stopping it throws the copy away.
   *
   * @param workFolder takes the copy and, next to it, the log file, which stays
   * @throws KeycloakProblem if it does not become ready, with its last log lines
   */
  public KeycloakServer start(StartOptions options, Path workFolder) {
    try {
      Files.createDirectories(workFolder);
      Path copy = Files.createTempDirectory(workFolder, "keycloak-");
      FileTree.copy(folder, copy, KeycloakHome::isNeverWritten);
      return new KeycloakHome(copy, KeycloakHome.Keeping.UNTIL_STOPPED)
          .start(options, Path.of(copy + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A home that keeps its data from run to run: made from this template if it is not there yet,
   * else left as it is.
   */
  public KeycloakHome keptIn(Path home) {
    Path target = home.toAbsolutePath().normalize();
    Path copying = Path.of(target + ".copying");
    try {
      if (!Files.isDirectory(target)) {
        FileTree.delete(copying);
        FileTree.copy(folder, copying, KeycloakHome::isNeverWritten);
        Files.move(copying, target, StandardCopyOption.ATOMIC_MOVE);
      }
      return new KeycloakHome(target, KeycloakHome.Keeping.KEPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
