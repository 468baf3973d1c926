package io.entrabroker.operations;

import io.entrabroker.operations.catalog.Rollback;
import io.entrabroker.operations.catalog.WayBack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

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
  static RollbackFile write(Path wanted, URI catalog, WayBack wayBack) throws IOException {
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
    PrivateFile.write(path, new Rollback(catalog, wayBack).text());
    return new RollbackFile(path);
  }

  /**
   * Reads one.
   *
   * @throws OperationProblem if it is none
   */
  static Rollback read(Path path) {
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

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
