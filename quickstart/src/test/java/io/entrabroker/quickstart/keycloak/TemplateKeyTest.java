package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateKeyTest {
  @TempDir private Path folder;
  private Path jar;
  private Path realm;
  private KeycloakSetup setup;

  @BeforeEach
  void aSetup() throws IOException {
    jar = Files.writeString(folder.resolve("provider.jar"), "classes");
    realm = Files.writeString(folder.resolve("openmetadata-realm.json"), "{}");
    setup =
        KeycloakSetup.of(ADistribution.in(folder))
            .withJars(jar)
            .withRealm(realm)
            .withImportEnvironment(Map.of("A", "1"));
  }

  @Test
  void theSameContentsHaveTheSameKey() throws IOException {
    String before = setup.key();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path moved = Files.copy(realm, elsewhere.resolve("openmetadata-realm.json"));
    KeycloakSetup same =
        KeycloakSetup.of(setup.distribution())
            .withJars(jar)
            .withRealm(moved)
            .withImportEnvironment(Map.of("A", "1"));

    assertThat(same.key()).isEqualTo(before).matches("[0-9a-f]{64}");
  }

  @Test
  void theOrderInWhichJarsAreGivenDoesNotMatter() throws IOException {
    Path theme = Files.writeString(folder.resolve("theme.jar"), "pages");
    KeycloakSetup bare = KeycloakSetup.of(setup.distribution());

    assertThat(bare.withJars(jar, theme).key()).isEqualTo(bare.withJars(theme, jar).key());
  }

  @Test
  void anotherJarHasAnotherKey() throws IOException {
    String before = setup.key();
    Files.writeString(jar, "new classes");

    assertThat(setup.key()).isNotEqualTo(before);
  }

  @Test
  void anotherNameOfTheSameJarHasAnotherKey() throws IOException {
    Path renamed = Files.copy(jar, folder.resolve("renamed.jar"));
    KeycloakSetup bare = KeycloakSetup.of(setup.distribution());

    assertThat(bare.withJars(renamed).key()).isNotEqualTo(bare.withJars(jar).key());
  }

  @Test
  void anotherRealmHasAnotherKey() throws IOException {
    String before = setup.key();
    Files.writeString(realm, "{ }");

    assertThat(setup.key()).isNotEqualTo(before);
  }

  @Test
  void aFileIsNotTheSameAsAJarAndAsARealm() {
    KeycloakSetup bare = KeycloakSetup.of(setup.distribution());

    assertThat(bare.withJars(realm).key()).isNotEqualTo(bare.withRealm(realm).key());
  }

  @Test
  void anotherKeycloakHasAnotherKey() throws IOException {
    KeycloakDistribution newer = ADistribution.in(folder, "1.2.4", "exit 0");

    assertThat(KeycloakSetup.of(newer).key())
        .isNotEqualTo(KeycloakSetup.of(setup.distribution()).key());
  }

  @Test
  void aValueOfThePlaceholdersCounts() {
    assertThat(setup.withImportEnvironment(Map.of("A", "2")).key()).isNotEqualTo(setup.key());
  }

  @Test
  void textsAreNotRunTogether() {
    KeycloakSetup bare = KeycloakSetup.of(setup.distribution());

    assertThat(bare.withImportEnvironment(Map.of("AB", "C")).key())
        .isNotEqualTo(bare.withImportEnvironment(Map.of("A", "BC")).key());
  }

  @Test
  void optionsOfTheBuildAndOfTheImportCountEachInTheirPlace() {
    KeycloakSetup bare = KeycloakSetup.of(setup.distribution());

    assertThat(
            new String[] {
              bare.key(),
              bare.withBuildOptions("--features=x").key(),
              bare.withImportOptions("--features=x").key()
            })
        .doesNotHaveDuplicates();
  }
}
