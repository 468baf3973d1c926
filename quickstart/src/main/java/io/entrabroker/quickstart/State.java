package io.entrabroker.quickstart;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import io.entrabroker.quickstart.keycloak.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/** What the quickstart keeps between runs, in one folder that only one run uses at a time. */
final class State implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int SECRET_BYTES = 32;
  private static final int KEY_LENGTH = 12;

  private final Path folder;
  private final FileChannel channel;

  private State(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @throws KeycloakProblem if another run is using the folder
   */
  static State open(Path folder) {
    try {
      Files.createDirectories(folder.resolve("logs"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new KeycloakProblem(
            "Another quickstart of this checkout is running (process "
                + Files.readString(folder.resolve("pid")).strip()
                + "): use that one, or end it with Ctrl-C first.");
      }
      // For bin/quickstart --clean, which must not pull the folder away from a running server.
      Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");
      return new State(folder, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Path templates() {
    return folder.resolve("keycloak/templates");
  }

  /** Where the server of one tenant and one template keeps its data. */
  Path server(String tenant, String templateKey) {
    return servers().resolve(tenant + "-" + shortened(templateKey));
  }

  /** Where a check works; its logs stay. */
  Path checkFolder() {
    return folder.resolve("keycloak/check");
  }

  /** Removes servers that were made from templates which are gone. */
  void forgetServersExcept(Set<String> templateKeys) {
    if (!Files.isDirectory(servers())) {
      return;
    }
    try (Stream<Path> all = Files.list(servers())) {
      all.filter(
              server ->
                  templateKeys.stream()
                      .noneMatch(key -> server.toString().endsWith(shortened(key))))
          .forEach(FileTree::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log(String name) {
    return log(folder, name);
  }

  static Path log(Path folder, String name) {
    return folder.resolve("logs").resolve(name + ".log");
  }

  /** The secret that catalog and realm share: made up once, then kept, readable by its owner. */
  String clientSecret() {
    Path file = folder.resolve("client-secret");
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        // Never half written: Keycloak would take an empty text for the secret.
        Path written = Files.createTempFile(folder, "client-secret", "", OWNER_ONLY);
        Files.writeString(written, HexFormat.of().formatHex(random) + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** People have to read these paths. */
  private static String shortened(String templateKey) {
    return templateKey.substring(0, Math.min(KEY_LENGTH, templateKey.length()));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Inside one JVM a second attempt throws.
      return false;
    }
  }

  private Path servers() {
    return folder.resolve("keycloak/servers");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve("pid"));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
