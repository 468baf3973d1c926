package io.entrabroker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  private static final Map<String, String> REAL_TENANT =
      Map.of("AZURE_TENANT_ID", "t", "AZURE_CLIENT_ID", "c", "AZURE_CLIENT_SECRET", "hush");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir private Path root;

  @Test
  void anUnknownOptionIsASentenceAndStatusTwo() {
    assertThat(run(Map.of(), List.of("--nonsense"))).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "Unknown option --nonsense: bin/quickstart --help lists those there are.");
  }

  @Test
  void aRealTenantCannotBeCheckedWithoutAPerson() {
    assertThat(run(REAL_TENANT, List.of("--check"))).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("unset AZURE_TENANT_ID")
        .doesNotContain("hush");
  }

  @Test
  void aBusyPortIsASentenceWithTheOptionThatHelps() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(run(Map.of(), List.of("--keycloak-port=" + port))).isEqualTo(1);
      assertThat(said.toString(StandardCharsets.UTF_8))
          .isEqualToIgnoringNewLines(
              "Port "
                  + port
                  + ", wanted for Keycloak, is taken: stop the program that listens there,"
                  + " or choose another port with --keycloak-port.");
    }
  }

  private int run(Map<String, String> environment, List<String> arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Main(new Project(root), environment, out, out).run(arguments, new Interruption());
  }
}
