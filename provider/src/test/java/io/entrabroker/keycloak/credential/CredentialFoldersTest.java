package io.entrabroker.keycloak.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.entrabroker.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFoldersTest {

  private static final String NOT_ALLOWED = "is not in a folder that this server allows";

  @TempDir Path server;
  private Path allowed;
  private Path outside;
  private CredentialFolders folders;

  @BeforeEach
  void makeFolders() throws IOException {
    allowed = Files.createDirectory(server.resolve("allowed"));
    outside = Files.writeString(server.resolve("outside"), "outside");
    folders = CredentialFolders.of("/no/such/folder , " + allowed);
  }

  @Test
  void aFileInAnAllowedFolderIsRead() throws IOException {
    Files.createDirectories(allowed.resolve("deep"));
    Files.writeString(allowed.resolve("deep/file"), "inside");

    assertThat(content(allowed.resolve("deep/file").toString())).isEqualTo("inside");
  }

  @Test
  void aLinkWithinTheFolderIsFollowedAsKubernetesMakesThem() throws IOException {
    Files.createDirectory(allowed.resolve("..2026"));
    Files.writeString(allowed.resolve("..2026/token"), "inside");
    Files.createSymbolicLink(allowed.resolve("..data"), Path.of("..2026"));
    Files.createSymbolicLink(allowed.resolve("token"), Path.of("..data/token"));

    assertThat(content(allowed.resolve("token").toString())).isEqualTo("inside");
  }

  @Test
  void anAllowedFolderMayItselfBeALink() throws IOException {
    Files.writeString(allowed.resolve("file"), "inside");
    Path link = Files.createSymbolicLink(server.resolve("link"), allowed);

    assertThat(read(CredentialFolders.of(link.toString()), link.resolve("file").toString()))
        .isEqualTo("inside");
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside);

    assertThat(refusal(link.toString())).contains("leads out of the folder");
  }

  @Test
  void aFolderThatIsALinkOutIsNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), server);

    assertThat(refusal(link.resolve("outside").toString())).contains("leads out of the folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../outside", "/x/../../outside", "/./../outside", "/../allowed2/file"})
  void aPathThatClimbsOutIsRefused(String path) {
    assertThat(refusal(allowed + path)).contains(NOT_ALLOWED);
  }

  @Test
  void aFolderWhoseNameBeginsLikeAnAllowedOneIsAnotherFolder() throws IOException {
    Files.createDirectory(server.resolve("allowed2"));
    Path file = Files.writeString(server.resolve("allowed2/file"), "outside");

    assertThat(refusal(file.toString())).contains(NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file", "allowed/file", "\0", "/etc/passwd", "/no/such/file"})
  void whateverIsElsewhereIsRefusedInTheSameWords(String path) {
    assertThat(refusal(path)).contains(NOT_ALLOWED);
  }

  @Test
  void nothingButTheFoldersKeepsLinksAndPathsFromLeadingOut() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside);
    CredentialFolders wide = CredentialFolders.of(server.toString());

    assertThat(read(wide, link.toString())).isEqualTo("outside");
    assertThat(read(wide, allowed + "/../outside")).isEqualTo("outside");
  }

  @Test
  void withoutTheOptionNothingIsRead() throws IOException {
    Path file = Files.writeString(allowed.resolve("file"), "inside");

    assertThat(CredentialFolders.of(" , ").read(file.toString(), 10).asOptional()).isEmpty();
  }

  @Test
  void aMissingFileAFolderAndAPipeAreRefusedWithoutWaiting()
      throws IOException, InterruptedException {
    Path pipe = allowed.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(refusal(allowed.resolve("missing").toString())).contains("does not exist");
    assertThat(refusal(allowed.toString())).contains("does not name a file");
    assertThat(refusal(pipe.toString())).contains("does not name a file");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndOneThatJustFitsIsRead() throws IOException {
    Path file = Files.writeString(allowed.resolve("file"), "0123456789");

    assertThat(folders.read(file.toString(), 10).asOptional()).isPresent();
    assertThat(folders.read(file.toString(), 9).<String>fold(none -> "", problem -> problem))
        .isEqualTo("The file is larger than 9 bytes.");
  }

  @Test
  void aLinkThatTurnsInACircleIsRefused() throws IOException {
    Path link = allowed.resolve("circle");
    Files.createSymbolicLink(link, link);

    assertThat(refusal(link.toString())).contains("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "/", "C\0"})
  void anOptionThatIsNoFolderStopsTheServer(String option) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialFolders.of(option))
        .withMessageContaining("credential-folders");
  }

  private String content(String path) {
    return read(folders, path);
  }

  private static String read(CredentialFolders folders, String path) {
    Parsed<byte[]> read = folders.read(path, 1000);
    return read.fold(bytes -> new String(bytes, StandardCharsets.UTF_8), problem -> problem);
  }

  private String refusal(String path) {
    return folders.read(path, 1000).fold(bytes -> "it was read", problem -> problem);
  }
}
