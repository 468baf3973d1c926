package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoopbackPortsTest {
  @Test
  void freePortsDifferAndAreFree() {
    List<Integer> ports = LoopbackPorts.free(5);

    assertThat(ports).hasSize(5).doesNotHaveDuplicates().allMatch(LoopbackPorts::isFree);
  }

  @Test
  void aServerOnAllAddressesTakesThePortFromLoopbackToo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(LoopbackPorts.isFree(taken.getLocalPort())).isFalse();
    }
  }
}
