package io.entrabroker.operations;

import io.entrabroker.operations.catalog.Rollback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The file with the settings of before, which nobody but its owner can read.
 *
 * @param path where it is
 */
record RollbackFile(Path path) {

  /**
   * Writes one.
   *
   * @param wanted where; empty: in this folder, under a name of the moment
   * @throws OperationProblem if it exists: it may be somebody's only way back
   */
  static RollbackFile write(Path wanted, Rollback rollback) throws IOException {
    Path path =
        wanted.toString().isEmpty()
            ? Path.of(
                "catalog-rollback-" + Instant.now().toString().replaceAll("[^0-9TZ]", "") + ".json")
            : wanted;
    if (Files.exists(path)) {
      throw new OperationProblem(
          "The file "
              + path
              + " exists, and may be the way back from an earlier change: name another one.");
    }
    PrivateFile.write(path, rollback.text());
    return new RollbackFile(path);
  }

  /**
   * Reads the one of a catalog.
   *
   * @param catalog its address; the administrator's token is not sent to where a file says
   * @throws OperationProblem if it is none, or of another catalog
   */
  static Rollback read(Path path, URI catalog) {
    Rollback rollback = read(path);
    if (!rollback.isOf(catalog)) {
      throw new OperationProblem(
          "The file "
              + path
              + " is of the catalog at "
              + rollback.catalog()
              + ", not of "
              + catalog
              + ", so nothing was sent. If the catalog has moved, write its new address into the"
              + " file.");
    }
    return rollback;
  }

  private static Rollback read(Path path) {
    if (path.toString().isEmpty()) {
      throw new OperationProblem(
          "Back to which settings? Name the file that --apply wrote with --rollback-file.");
    }
    try {
      return Rollback.parse(Files.readString(path))
          .fold(
              rollback -> rollback,
              problem -> {
                throw new OperationProblem(path + ": " + problem);
              });
    } catch (IOException e) {
      throw new OperationProblem("The file " + path + " cannot be read.");
    }
  }

  String sentence() {
    return "The settings of before are in "
        + path
        + ", which may hold the client's secret: delete it when you no longer need it.";
  }

  /** What to type to go that way. */
  String undoCommand(Rollback rollback) {
    return "bin/catalog-config --undo " + rollback.catalog() + " --rollback-file " + path;
  }

  /** Deletes it; gives a sentence if that was not possible. */
  Optional<String> delete() {
    try {
      Files.deleteIfExists(path);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("Delete " + path + " yourself: it may hold the client's secret.");
    }
  }
}
