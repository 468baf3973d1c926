package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies and removes whole folders. */
public final class FileTree {
  private FileTree() {}

  /**
   * Copies a folder. Files that {@code shared} accepts (by their path inside the folder) become
   * hard links where the file system can do that: only for files that nobody ever writes to.
   */
  static void copy(Path from, Path to, Predicate<Path> shared) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path inside = from.relativize(file);
            if (!shared.test(inside) || !linked(file, to.resolve(inside))) {
              // Keycloak compares the age of provider JARs with the one it was built with.
              Files.copy(file, to.resolve(inside), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes a folder with everything in it; nothing happens if it is not there. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean linked(Path file, Path link) {
    try {
      Files.createLink(link, file);
      return true;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Another disk, or a file system without hard links: a copy does as well.
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
