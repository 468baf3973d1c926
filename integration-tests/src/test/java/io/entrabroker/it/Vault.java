package io.entrabroker.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keycloak's file vault: a folder with one file per secret, named after realm and key. The key
 * {@code entra-certificate} holds {@link #PASSWORD}.
 *
 * @param folder the folder
 */
public record Vault(Path folder) {

  /** What key files of the tests are encrypted with. */
  public static final String PASSWORD = "the password of this test's files";

  static final String BUILD_OPTION = "--vault=file";

  /** A vault of the realm in which the key {@code entra} holds the Web registration's secret. */
  static Vault with(Path folder, String webSecret) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("openmetadata_entra"), webSecret);
      Files.writeString(folder.resolve("openmetadata_entra-certificate"), PASSWORD);
      return new Vault(folder.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
