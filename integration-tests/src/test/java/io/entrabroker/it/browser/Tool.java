package io.entrabroker.it.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that is not Java's and that a machine may lack. */
public enum Tool {
  CHROMIUM("Chromium", "chromium", List.of("chromium", "chromium-browser", "google-chrome")),
  NPM("npm (of Node.js)", "npm", List.of("npm")),
  /** Its server programs, which Debian keeps out of the search path. */
  INITDB("PostgreSQL", "postgresql", List.of("initdb"));

  private static final Path DEBIANS_POSTGRESQL = Path.of("/usr/lib/postgresql");

  private final String title;
  private final String debianPackage;
  private final List<String> commands;

  Tool(String title, String debianPackage, List<String> commands) {
    this.title = title;
    this.debianPackage = debianPackage;
    this.commands = commands;
  }

  /** Where the program is on this machine. */
  public Optional<Path> find() {
    return find(System.getenv());
  }

  /**
   * Where the program is: the file that the variable of the tool's name names, else the first of
   * its commands on the search path.
   */
  Optional<Path> find(Map<String, String> environment) {
    String named = environment.getOrDefault(name(), "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return commands.stream()
        .flatMap(
            command ->
                Stream.concat(Stream.of(folders).map(Path::of), moreFolders())
                    .map(folder -> folder.resolve(command)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  // The newest version first.
  private Stream<Path> moreFolders() {
    if (this != INITDB || !Files.isDirectory(DEBIANS_POSTGRESQL)) {
      return Stream.of();
    }
    try (Stream<Path> versions = Files.list(DEBIANS_POSTGRESQL)) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(v -> v.resolve("bin"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sentence for somebody whose machine lacks the program. */
  String howToGetIt() {
    return title
        + " is needed: install it (Debian: apt-get install "
        + debianPackage
        + ") or name the program in the environment variable "
        + name()
        + ".";
  }
}
