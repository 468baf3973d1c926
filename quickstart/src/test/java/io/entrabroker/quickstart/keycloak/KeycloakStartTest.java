package io.entrabroker.quickstart.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeycloakStartTest {
  @TempDir private Path folder;

  @Test
  void aTakenPortIsNamedBeforeAnythingStarts() throws IOException {
    KeycloakHome home = home("touch started; exit 0");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StartOptions options = StartOptions.onFreePorts().withPorts(taken.getLocalPort(), 0);

      assertThatThrownBy(() -> home.start(options, log()))
          .isInstanceOf(KeycloakProblem.class)
          .hasMessage(
              "Port "
                  + taken.getLocalPort()
                  + ", wanted for Keycloak's pages, is taken:"
                  + " stop the program that listens there or choose another port.");
    }
    assertThat(home.folder().resolve("started")).doesNotExist();
  }

  @Test
  void aServerThatNeverBecomesReadyIsStoppedAndReported() throws IOException {
    KeycloakHome home = home("echo $$ > pid; echo waiting; exec sleep 600");
    StartOptions options = StartOptions.onFreePorts().withDeadline(Duration.ofSeconds(1));

    assertThatThrownBy(() -> home.start(options, log()))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessageContaining("was not ready after 1 seconds")
        .hasMessageContaining("waiting");
    long pid = Long.parseLong(Files.readString(home.folder().resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void aFreePortThatWasSnatchedAwayIsReplacedByAnother() throws IOException {
    KeycloakHome home =
        home("echo \"$*\" >> tries; echo 'Port already bound: somebody was faster'; exit 1");

    assertThatThrownBy(() -> home.start(StartOptions.onFreePorts(), log()))
        .isInstanceOf(KeycloakProblem.class);
    assertThat(Files.readAllLines(home.folder().resolve("tries")))
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  @Test
  void theServerSeesNeitherOurVariablesNorOurKeycloakSettings() throws IOException {
    KeycloakHome home = home("env > variables; exit 1");
    StartOptions options = StartOptions.forTests().withEnvironment(Map.of("WANTED", "yes"));

    assertThatThrownBy(() -> home.start(options, log())).isInstanceOf(KeycloakProblem.class);
    assertThat(Files.readAllLines(home.folder().resolve("variables")))
        .contains("WANTED=yes", "JAVA_OPTS_APPEND=-XX:TieredStopAtLevel=1")
        .allMatch(
            line ->
                line.matches(
                    "(PATH|HOME|USER|LANG|LC_ALL|TZ|TMPDIR|JAVA_HOME|JAVA_OPTS_KC_HEAP"
                        + "|JAVA_OPTS_APPEND|WANTED|PWD|OLDPWD|SHLVL|_)=.*"));
  }

  @Test
  void anOptionOfTheCallerTakesThePlaceOfTheDefault() {
    assertThat(KeycloakHome.defaults(List.of("--cache=ispn")))
        .doesNotContain("--cache=local")
        .contains("--http-host=127.0.0.1");
  }

  private KeycloakHome home(String script) throws IOException {
    return new KeycloakHome(
        ADistribution.in(folder, "1.2.3", script).home(), KeycloakHome.Keeping.KEPT);
  }

  private Path log() {
    return folder.resolve("server.log");
  }
}
