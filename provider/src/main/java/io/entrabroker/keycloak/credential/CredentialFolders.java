package io.entrabroker.keycloak.credential;

import io.entrabroker.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The folders of the server that a realm's configuration may name files in. Whoever administers a
 * realm does not administer the server: nothing outside is opened, nor is it said what is there.
 */
public final class CredentialFolders {

  private static final String OPTION = "spi-identity_provider--entra--credential-folders";

  private final List<Path> folders;

  private CredentialFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * The folders of a server option.
   *
   * @param option absolute paths, separated by commas; may be empty
   * @throws IllegalArgumentException if one is no absolute path
   */
  public static CredentialFolders of(String option) {
    return new CredentialFolders(
        Arrays.stream(option.split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(
                text ->
                    absolute(text)
                        .filter(path -> path.getNameCount() > 0)
                        .orElseThrow(() -> notAFolder(text)))
            .toList());
  }

  private static IllegalArgumentException notAFolder(String text) {
    return new IllegalArgumentException(
        OPTION + ": '" + text + "' is not the absolute path of a folder below the root.");
  }

  /** The folder of one file that the server's own environment names; empty if it names none. */
  static CredentialFolders around(String file) {
    return new CredentialFolders(absolute(file).map(Path::getParent).stream().toList());
  }

  /**
   * Reads a file.
   *
   * @param text its absolute path
   * @param largest how many bytes it may have
   */
  Parsed<byte[]> read(String text, int largest) {
    Optional<Path> path = absolute(text);
    Optional<Path> folder = path.flatMap(this::folderOf);
    if (path.isEmpty() || folder.isEmpty()) {
      return Parsed.refused(
          "The file is not in a folder that this server allows for credentials. Ask whoever runs"
              + " the server: the option "
              + OPTION
              + " lists the folders.");
    }
    try {
      return read(folder.get().toRealPath(), path.get().toRealPath(), largest);
    } catch (NoSuchFileException e) {
      return Parsed.refused("The file does not exist on this server.");
    } catch (IOException | SecurityException e) {
      return Parsed.refused("The file cannot be read by this server: check its permissions.");
    }
  }

  // Kubernetes projects files as links within the mount: links are followed, but not out of it.
  private static Parsed<byte[]> read(Path folder, Path file, int largest) throws IOException {
    if (!file.startsWith(folder)) {
      return Parsed.refused("The file is a link that leads out of the folder it is in.");
    }
    // A pipe or a device would never end.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Parsed.refused("The path does not name a file.");
    }
    byte[] content;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      content = in.readNBytes(largest + 1);
    }
    return content.length > largest
        ? Parsed.refused("The file is larger than " + largest + " bytes.")
        : Parsed.accepted(content);
  }

  private Optional<Path> folderOf(Path path) {
    return folders.stream().filter(path::startsWith).findFirst();
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
