package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of prepared servers. Preparing one takes a minute: Keycloak is built with the JARs, and
 * a first start creates the database and imports the realm. Any number of processes may share the
 * folder.
 */
public final class KeycloakTemplates {
  private static final String LOCK = ".lock";
  private static final String MAKING = ".making";
  private static final String LOG = ".log";
  private static final long NEEDED_BYTES = 600L * 1024 * 1024;

  private final Path folder;

  /**
   * @param folder is created on first use; on the disk of the distribution it costs least, because
   *     files are then shared by hard links
   */
  public KeycloakTemplates(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** As {@link #prepare(KeycloakSetup, Consumer)}, silently. */
  public KeycloakTemplate prepare(KeycloakSetup setup) {
    return prepare(setup, step -> {});
  }

  /**
   * The template for {@code setup}: the one that is there, or a new one.
   *
   * @param progress hears what takes long
   * @throws KeycloakProblem if Keycloak refuses the JARs or the realm, with its last log lines
   */
  public KeycloakTemplate prepare(KeycloakSetup setup, Consumer<String> progress) {
    String key = setup.key();
    Path finished = folder.resolve(key);
    try {
      Files.createDirectories(folder);
      try (CacheLock lock = CacheLock.on(folder.resolve(key + LOCK))) {
        if (!Files.isDirectory(finished)) {
          DiskSpace.require(folder, NEEDED_BYTES);
          make(setup, key, progress);
        }
      }
      return new KeycloakTemplate(key, finished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes every template but {@code kept}; call it only where no other process uses them. */
  public void prune(KeycloakTemplate kept) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> others =
          all.filter(path -> !path.getFileName().toString().startsWith(kept.key())).toList();
      for (Path other : others) {
        FileTree.delete(other);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rename at the end makes it a template; whatever is left of a failed attempt never is. */
  private void make(KeycloakSetup setup, String key, Consumer<String> progress) throws IOException {
    Path making = folder.resolve(key + MAKING);
    Path log = folder.resolve(key + LOG);
    FileTree.delete(making);
    Files.deleteIfExists(log);
    new TemplateRecipe(setup, making, new ServerLog(log)).follow(progress);
    Files.move(making, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
  }
}
