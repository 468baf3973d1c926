package io.entrabroker.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that nobody but their owner can read, where the file system knows of owners. */
final class PrivateFile {

  private PrivateFile() {}

  /** Writes a whole file, or leaves what was there. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Temporary files are their owner's alone, and a file that is moved keeps that.
    Path fresh = Files.createTempFile(folder, ".catalog-config", ".tmp");
    try {
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
