package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
      Files.setLastModifiedTime(finished, FileTime.from(Instant.now()));
      return new KeycloakTemplate(key, finished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes all templates but those that were asked for last, with what failed attempts left; call
   * it only where no other process uses the folder.
   *
   * @return the keys of those that are left
   */
  public Set<String> keepNewest(int count) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      Set<String> kept =
          all.stream()
              .filter(path -> Files.isDirectory(path) && !name(path).contains("."))
              .sorted(Comparator.comparing(KeycloakTemplates::lastUsed).reversed())
              .limit(count)
              .map(KeycloakTemplates::name)
              .collect(Collectors.toSet());
      all.stream()
          .filter(path -> !kept.contains(name(path).split("\\.")[0]))
          .forEach(FileTree::delete);
      return kept;
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

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static FileTime lastUsed(Path template) {
    try {
      return Files.getLastModifiedTime(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
