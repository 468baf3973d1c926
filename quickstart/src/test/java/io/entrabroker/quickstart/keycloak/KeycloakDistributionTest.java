package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeycloakDistributionTest {
  @TempDir private Path project;

  @Test
  void theUnpackedDistributionIsFoundFromAnyFolderOfTheProject() throws IOException {
    String version = System.getProperty("keycloak.version", KeycloakDistribution.builtFor());
    Path unpacked = project.resolve("quickstart/target/keycloak-dist");
    KeycloakDistribution there = ADistribution.in(unpacked, version, "exit 0");
    Path below = Files.createDirectories(project.resolve("integration-tests/src"));

    assertThat(KeycloakDistribution.find(below)).isEqualTo(there);
  }

  @Test
  void aDistributionThatIsNotUnpackedIsAskedFor() {
    assertThatThrownBy(() -> new KeycloakDistribution("9.9.9", project))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessageContaining("Keycloak 9.9.9 is not unpacked in " + project)
        .hasMessageContaining("mvn -pl quickstart process-resources -Dkeycloak.version=9.9.9");
  }

  @Test
  void theBuildKnowsItsVersion() {
    assertThat(KeycloakDistribution.builtFor()).matches("26\\.\\d+\\.\\d+");
  }
}
