package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes a template: a copy of the distribution, built, started once and stopped again. */
final class TemplateRecipe {
  private static final Duration BUILD_DEADLINE = Duration.ofMinutes(8);
  private static final Duration IMPORT_DEADLINE = Duration.ofMinutes(5);

  private final KeycloakSetup setup;
  private final KeycloakHome home;
  private final ServerLog log;

  TemplateRecipe(KeycloakSetup setup, Path folder, ServerLog log) {
    this.setup = setup;
    this.home = new KeycloakHome(folder, KeycloakHome.Keeping.KEPT);
    this.log = log;
  }

  void follow(Consumer<String> progress) throws IOException {
    String version = setup.distribution().version();
    copyDistribution();
    progress.accept(
        "building Keycloak "
            + version
            + " with "
            + setup.jars().size()
            + " JAR(s): about a minute, and only after a change");
    build();
    progress.accept("starting it for the first time, which makes the database and the realm");
    importRealm();
  }

  private void copyDistribution() throws IOException {
    Path folder = home.folder();
    FileTree.copy(setup.distribution().home(), folder, KeycloakHome::isNeverWritten);
    copyInto(folder.resolve("providers"), setup.jars());
    copyInto(folder.resolve("data/import"), setup.realmFiles());
  }

  private void build() {
    List<String> arguments = new ArrayList<>(List.of("build"));
    arguments.addAll(setup.buildOptions());
    try (KeycloakProcess process =
        KeycloakProcess.launch(home.folder(), arguments, Map.of(), log)) {
      if (!process.endsWithin(BUILD_DEADLINE)) {
        throw failure("did not finish its build within " + BUILD_DEADLINE.toMinutes() + " minutes");
      }
      if (process.exitStatus() != 0) {
        throw failure("could not be built");
      }
    }
  }

  private void importRealm() throws IOException {
    StartOptions options =
        StartOptions.forTests()
            .withServerOptions("--import-realm")
            .withServerOptions(setup.importOptions().toArray(String[]::new))
            .withEnvironment(setup.importEnvironment())
            .withEnvironment(home.createAdmin())
            .withDeadline(IMPORT_DEADLINE);
    home.start(options, log.file()).close();
  }

  private KeycloakProblem failure(String what) {
    return new KeycloakProblem(
        "Keycloak "
            + setup.distribution().version()
            + " "
            + what
            + ". Its last lines (all of them in "
            + log.file()
            + "):"
            + log.tail());
  }

  private static void copyInto(Path folder, List<Path> files) throws IOException {
    Files.createDirectories(folder);
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
