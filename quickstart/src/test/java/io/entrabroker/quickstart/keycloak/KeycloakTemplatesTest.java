package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeycloakTemplatesTest {
  @TempDir private Path folder;

  @Test
  void aBuildThatFailsIsExplainedAndLeavesNoTemplate() throws IOException {
    KeycloakSetup setup =
        KeycloakSetup.of(ADistribution.in(folder, "1.2.3", "echo 'no such option'; exit 2"));
    Path cache = folder.resolve("cache");

    assertThatThrownBy(() -> new KeycloakTemplates(cache).prepare(setup))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessageContaining("Keycloak 1.2.3 could not be built")
        .hasMessageContaining("no such option")
        .hasMessageContaining(setup.key() + ".log");
    assertThat(cache.resolve(setup.key())).doesNotExist();
  }

  @Test
  void aServerThatEndsDuringItsFirstStartIsExplainedAndLeavesNoTemplate() throws IOException {
    KeycloakSetup setup =
        KeycloakSetup.of(
            ADistribution.in(
                folder, "1.2.3", "[ \"$1\" = build ] && exit 0; echo 'bad realm'; exit 7"));
    Path cache = folder.resolve("cache");

    assertThatThrownBy(() -> new KeycloakTemplates(cache).prepare(setup))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessageContaining("ended with status 7 before it was ready")
        .hasMessageContaining("bad realm");
    assertThat(cache.resolve(setup.key())).doesNotExist();
  }

  @Test
  void aTemplateThatIsThereIsTakenWithoutRunningAnything() throws IOException {
    KeycloakSetup setup = KeycloakSetup.of(ADistribution.in(folder, "1.2.3", "exit 2"));
    Path cache = folder.resolve("cache");
    Files.createDirectories(cache.resolve(setup.key()));

    assertThat(new KeycloakTemplates(cache).prepare(setup).folder())
        .isEqualTo(cache.resolve(setup.key()));
  }

  @Test
  void theTemplatesAskedForLastAreKept() throws IOException {
    KeycloakSetup setup = KeycloakSetup.of(ADistribution.in(folder));
    Path cache = folder.resolve("cache");
    Files.createDirectories(cache.resolve(setup.key()));
    Files.setLastModifiedTime(cache.resolve(setup.key()), FileTime.fromMillis(0));
    Files.createDirectories(cache.resolve("older/data"));
    Files.setLastModifiedTime(cache.resolve("older"), FileTime.fromMillis(1_000_000));
    Files.createDirectories(cache.resolve("failed.making"));
    KeycloakTemplates templates = new KeycloakTemplates(cache);
    templates.prepare(setup);

    assertThat(templates.keepNewest(1)).containsExactly(setup.key());
    assertThat(cache)
        .isDirectoryContaining("glob:**" + setup.key())
        .isDirectoryNotContaining("glob:**{older,failed.making}");
  }

  @Test
  void aHomeThatIsKeptIsNotOverwritten() throws IOException {
    Path template = ADistribution.in(folder).home();
    KeycloakTemplate made = new KeycloakTemplate("key", template);
    KeycloakHome home = made.keptIn(folder.resolve("kept"));
    Files.writeString(home.folder().resolve("data"), "a user");

    made.keptIn(folder.resolve("kept"));

    assertThat(home.folder().resolve("data")).hasContent("a user");
  }
}
