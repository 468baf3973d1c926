package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks for room before something large is written. */
public final class DiskSpace {
  private static final long MEGABYTE = 1024L * 1024;

  private DiskSpace() {}

  /**
   * @throws KeycloakProblem if fewer than {@code bytes} are free on the disk of {@code folder}
   */
  public static void require(Path folder, long bytes) throws IOException {
    require(folder, Files.getFileStore(folder).getUsableSpace(), bytes);
  }

  static void require(Path folder, long usable, long bytes) {
    if (usable < bytes) {
      throw new KeycloakProblem(
          "Only "
              + usable / MEGABYTE
              + " MB are free on the disk of "
              + folder
              + ", and "
              + bytes / MEGABYTE
              + " MB are needed: make room there and try again.");
    }
  }
}
