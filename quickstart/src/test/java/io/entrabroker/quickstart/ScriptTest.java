package io.entrabroker.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/quickstart} in a checkout of its own, with stand-ins for java, javac and mvn. */
final class ScriptTest {
  private static final String JAVA =
      """
      [ "$1" = -version ] && { echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit 0; }
      echo "java $*"
      """;
  private static final String MAVEN =
      """
      echo "$@" >> maven-calls
      echo '[INFO] Building Keycloak provider 0.1.0-SNAPSHOT                            [2/7]'
      mkdir -p provider/target themes/target quickstart/target/keycloak-dist
      touch provider/target/openmetadata-entra-provider.jar
      touch themes/target/openmetadata-entra-themes.jar
      """;

  @TempDir private Path folder;
  private Path root;
  private Path tools;
  private String path = "";

  @BeforeEach
  void aCheckout() throws IOException {
    root = Files.createDirectories(folder.resolve("a check out"));
    tools = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(root.resolve("provider/src/main"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("provider/src/main/A.java"), "class A {}");
    for (String script : List.of("quickstart", "common.sh")) {
      Files.copy(Path.of("..", "bin", script), root.resolve("bin").resolve(script));
    }
    path = tools + ":/usr/bin:/bin";
    tool("java", JAVA);
    tool("javac", "exit 0");
    tool("mvn", MAVEN);
  }

  @Test
  void theFirstRunBuildsAndTheSecondDoesNot() throws IOException {
    Outcome first = run();
    Outcome second = run("--check");

    assertThat(first.output()).contains("  2/7 Keycloak provider");
    assertThat(second.output())
        .isEqualToIgnoringNewLines(
            "java -Dquickstart.root="
                + root.toRealPath()
                + " -cp "
                + root.toRealPath()
                + "/quickstart/target/quickstart.jar:"
                + root.toRealPath()
                + "/quickstart/target/lib/* io.entrabroker.quickstart.Main --check");
    assertThat(root.resolve("maven-calls")).content().hasLineCount(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws IOException {
    run();
    Path source = root.resolve("provider/src/main/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    run();

    assertThat(root.resolve("maven-calls")).content().hasLineCount(2);
  }

  @Test
  void aJarThatIsGoneIsBuilt() throws IOException {
    run();
    Files.delete(root.resolve("themes/target/openmetadata-entra-themes.jar"));
    run();

    assertThat(root.resolve("maven-calls")).content().hasLineCount(2);
  }

  @Test
  void aFailedBuildIsShownAndTriedAgain() throws IOException {
    tool("mvn", "echo '[ERROR] A.java is wrong'; exit 1");
    Outcome failed = run();

    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output())
        .contains("[ERROR] A.java is wrong", "The build failed", "build.log")
        .doesNotContain("java -D");

    tool("mvn", MAVEN);
    assertThat(run().status()).isZero();
  }

  @Test
  void helpAndUnknownOptionsWaitForNoBuild() throws IOException {
    assertThat(run("--help").output()).startsWith("Usage: bin/quickstart");
    assertThat(run("--chekc"))
        .isEqualTo(
            new Outcome(
                2, "Unknown option --chekc: bin/quickstart --help lists those there are.\n"));
    assertThat(root.resolve("maven-calls")).doesNotExist();
  }

  @Test
  void anOldJavaIsNamed() throws IOException {
    tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Outcome outcome = run();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).startsWith("A JDK 17 or newer is needed, not 11: install one");
  }

  @Test
  void aMissingJavaIsNamed() throws IOException {
    Files.delete(tools.resolve("java"));

    assertThat(run().output()).startsWith("A JDK 17 or newer is needed: install one");
  }

  @Test
  void aRunTimeEnvironmentIsNotEnoughToBuild() throws IOException {
    Files.delete(tools.resolve("javac"));

    assertThat(run().output()).startsWith("A JDK is needed to build");
  }

  @Test
  void aMissingMavenIsNamed() throws IOException {
    Files.delete(tools.resolve("mvn"));
    path = tools + ":" + onlyWhatTheScriptUses();

    assertThat(run().output()).startsWith("Maven 3.8 or newer is needed to build: install it");
  }

  @Test
  void cleanForgetsTheStateAndNothingElse() throws IOException {
    run();
    Outcome outcome = run("--clean");

    assertThat(outcome.status()).isZero();
    assertThat(root.resolve(".quickstart")).doesNotExist();
    assertThat(root.resolve("provider/src/main/A.java")).exists();
  }

  @Test
  void cleanLeavesARunningQuickstartAlone() throws IOException {
    Files.createDirectories(root.resolve(".quickstart"));
    Process running =
        new ProcessBuilder("bash", "-c", "exec -a io.entrabroker.quickstart.Main sleep 600")
            .start();
    try {
      Files.writeString(root.resolve(".quickstart/pid"), running.pid() + "\n");
      Outcome outcome = runUntil("is running", "--clean");

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output()).contains("process " + running.pid());
      assertThat(root.resolve(".quickstart/pid")).exists();
    } finally {
      running.destroyForcibly();
    }
  }

  /** The system's own folder may have a Maven in it. */
  private Path onlyWhatTheScriptUses() throws IOException {
    Path only = Files.createDirectories(folder.resolve("only"));
    for (String tool : List.of("awk", "cat", "df", "dirname", "find", "head", "sed")) {
      Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin") : Path.of("/bin");
      executable(only.resolve(tool), "exec " + real.resolve(tool) + " \"$@\"");
    }
    return only;
  }

  private record Outcome(int status, String output) {}

  /** The process takes its new name a moment after its start. */
  private Outcome runUntil(String text, String argument) throws IOException {
    Instant deadline = Instant.now().plusSeconds(10);
    Outcome outcome = run("--help");
    while (!outcome.output().contains(text) && Instant.now().isBefore(deadline)) {
      Files.createDirectories(root.resolve(".quickstart"));
      outcome = run(argument);
    }
    return outcome;
  }

  private Outcome run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "bin/quickstart"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of("JAVA_HOME", tools.resolveSibling(".").normalize().toString(), "PATH", path));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.onExit().join().exitValue(), output);
  }

  private void tool(String name, String script) throws IOException {
    executable(tools.resolve(name), script);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
