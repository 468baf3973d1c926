package io.entrabroker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateTest {
  @TempDir private Path folder;

  @Test
  void theSecretIsMadeUpOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    String first;
    try (State state = State.open(folder)) {
      first = state.clientSecret();
    }
    try (State state = State.open(folder)) {
      assertThat(state.clientSecret()).isEqualTo(first).matches("[0-9a-f]{64}");
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("client-secret")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void twoFoldersHaveTwoSecrets() {
    try (State one = State.open(folder.resolve("1"));
        State two = State.open(folder.resolve("2"))) {
      assertThat(one.clientSecret()).isNotEqualTo(two.clientSecret());
    }
  }

  @Test
  void aSecondRunIsToldWhoHasTheFolder() {
    try (State first = State.open(folder)) {
      assertThat(first.folder()).isEqualTo(folder);
      assertThatThrownBy(() -> State.open(folder))
          .isInstanceOf(KeycloakProblem.class)
          .hasMessageContaining("is running (process " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void aFolderThatIsClosedIsFree() {
    State.open(folder).close();

    try (State again = State.open(folder)) {
      assertThat(again.folder().resolve("pid")).exists();
    }
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void serversOfTemplatesThatAreGoneGoToo() throws IOException {
    try (State state = State.open(folder)) {
      Files.createDirectories(state.server("simulator", "kept").resolve("data"));
      Files.createDirectories(state.server("simulator", "gone").resolve("data"));
      state.forgetServersExcept(Set.of("kept"));

      assertThat(state.server("simulator", "kept")).exists();
      assertThat(state.server("simulator", "gone")).doesNotExist();
    }
  }
}
