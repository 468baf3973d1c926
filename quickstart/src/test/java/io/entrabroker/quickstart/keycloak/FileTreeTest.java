package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTreeTest {
  @TempDir private Path folder;
  private Path from;
  private Path to;

  @BeforeEach
  void aDistribution() throws IOException {
    from = ADistribution.in(folder).home();
    to = folder.resolve("copy");
  }

  @Test
  void writingToACopyLeavesTheOriginalAlone() throws IOException {
    FileTree.copy(from, to, KeycloakHome::isNeverWritten);
    Files.writeString(to.resolve("lib/quarkus/built.dat"), "built anew");

    assertThat(from.resolve("lib/quarkus/built.dat")).hasContent("as shipped");
  }

  @Test
  void librariesAreSharedAndNothingElse() throws IOException {
    FileTree.copy(from, to, KeycloakHome::isNeverWritten);

    assertThat(fileKey(to, "lib/lib/library.jar")).isEqualTo(fileKey(from, "lib/lib/library.jar"));
    assertThat(fileKey(to, "bin/kc.sh")).isNotEqualTo(fileKey(from, "bin/kc.sh"));
  }

  @Test
  void aCopyCanBeRunAndIsAsOldAsTheOriginal() throws IOException {
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(from.resolve("bin/kc.sh"), old);
    FileTree.copy(from, to, inside -> false);

    assertThat(to.resolve("bin/kc.sh")).isExecutable();
    assertThat(Files.getLastModifiedTime(to.resolve("bin/kc.sh"))).isEqualTo(old);
  }

  @Test
  void aFolderIsRemovedWithEverythingInIt() throws IOException {
    FileTree.delete(from);

    assertThat(from).doesNotExist();
    assertThat(folder).exists();
  }

  private static Object fileKey(Path root, String file) throws IOException {
    return Files.getAttribute(root.resolve(file), "unix:ino");
  }
}
