package io.entrabroker.simulator;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that is not Java's and that a machine may lack. */
enum Program {
  NODE("nodejs", List.of("node")),
  NPM("npm", List.of("npm")),
  CHROMIUM("chromium", List.of("chromium", "chromium-browser", "google-chrome")),
  JQ("jq", List.of("jq")),
  CURL("curl", List.of("curl")),
  TERRAFORM("terraform", List.of("terraform"));

  private final String debianPackage;
  private final List<String> commands;

  Program(String debianPackage, List<String> commands) {
    this.debianPackage = debianPackage;
    this.commands = commands;
  }

  /**
   * Skips the tests where one is missing and says what to install; where the environment says
   * {@code CI=true} they fail instead.
   */
  static void require(Program... needed) {
    String missing =
        Arrays.stream(needed)
            .filter(program -> program.find().isEmpty())
            .map(Program::howToGetIt)
            .collect(Collectors.joining(" "));
    if (missing.isEmpty()) {
      return;
    }
    if ("true".equalsIgnoreCase(System.getenv("CI"))) {
      throw new IllegalStateException("CI=true allows no skipped tests. " + missing);
    }
    Assumptions.abort(missing);
  }

  /**
   * Where the program is: the file that the variable of its name names, else the first of its
   * commands on the search path.
   */
  Optional<Path> find() {
    String named = System.getenv().getOrDefault(name(), "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return commands.stream()
        .flatMap(command -> Stream.of(folders).map(folder -> Path.of(folder, command)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The program's file, which {@link #require} made sure of. */
  String path() {
    return find().orElseThrow().toString();
  }

  private String howToGetIt() {
    return "%s is needed: install it (Debian: apt-get install %s) or name the program in the environment variable %s."
        .formatted(commands.get(0), debianPackage, name());
  }
}
