package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DiskSpaceTest {
  private static final long MEGABYTE = 1024 * 1024;

  @Test
  void aFullDiskIsNamedWithWhatIsNeeded() {
    assertThatThrownBy(() -> DiskSpace.require(Path.of("cache"), 10 * MEGABYTE, 600 * MEGABYTE))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessage(
            "Only 10 MB are free on the disk of cache, and 600 MB are needed:"
                + " make room there and try again.");
  }

  @Test
  void enoughIsEnough() {
    assertThatCode(() -> DiskSpace.require(Path.of("cache"), MEGABYTE, MEGABYTE))
        .doesNotThrowAnyException();
  }
}
