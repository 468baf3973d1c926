package io.entrabroker.operations;

import io.entrabroker.operations.catalog.CatalogApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a running catalog is changed, and by whom. Tokens come from the environment, or files. */
final class CatalogOptions {

  static final String TOKEN = "OPENMETADATA_TOKEN";
  static final String PERSONS_TOKEN = "OPENMETADATA_PERSON_TOKEN";
  static final String EARLIER_SECRET = "OPENMETADATA_EARLIER_CLIENT_SECRET";

  @Option(
      names = "--dry-run",
      description = "With --apply, --undo and --reconcile: say what differs and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Where the token of an administrator of the catalog is. Without it in the environment"
              + " variable "
              + TOKEN
              + ".")
  private Path tokenFile = Path.of("");

  @Option(
      names = "--person-token-file",
      paramLabel = "FILE",
      description =
          "With --apply: where somebody's ID token of the realm is, to prove that the catalog takes"
              + " it. Without it in the environment variable "
              + PERSONS_TOKEN
              + ", if that is set.")
  private Path personsTokenFile = Path.of("");

  @Option(
      names = "--rollback-file",
      paramLabel = "FILE",
      description =
          "With --apply: where the settings of before are kept, with the secret; must not exist yet."
              + " Without it a file of the moment's name in this folder. With --undo: the file that"
              + " --apply wrote.")
  private Path rollbackFile = Path.of("");

  @Option(
      names = "--without-way-back",
      description =
          "With --apply: go on although the catalog does not show a secret without which the change"
              + " cannot be undone.")
  private boolean withoutWayBack;

  @Option(
      names = "--write-secret",
      description =
          "With --apply: write the client's secret even if nothing else differs. The catalog does not"
              + " show its own, so nobody can tell whether it is still the realm's.")
  private boolean writeSecret;

  @Option(
      names = "--keep",
      paramLabel = "NAMES",
      defaultValue = "",
      description =
          "With --reconcile: usernames in the catalog that keep teams and rights, separated by"
              + " commas.")
  private String keep = "";

  boolean isDryRun() {
    return dryRun;
  }

  boolean isWithoutWayBack() {
    return withoutWayBack;
  }

  boolean writesSecret() {
    return writeSecret;
  }

  Path rollbackFile() {
    return rollbackFile;
  }

  Set<String> kept() {
    return Arrays.stream(keep.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The catalog, asked by its administrator.
   *
   * @param url that a token may be sent to
   * @throws OperationProblem if there is no token
   */
  CatalogApi catalog(URI url, Map<String, String> environment) {
    String token = token(tokenFile, TOKEN, environment);
    if (token.isBlank()) {
      throw new OperationProblem(
          "Who changes the catalog? Set the environment variable "
              + TOKEN
              + ", or write --token-file: the token of a bot with administrator's rights, or a"
              + " personal access token of an administrator.");
    }
    return new CatalogApi(url, token);
  }

  /** An ID token to try, or nothing. */
  String personsToken(Map<String, String> environment) {
    return token(personsTokenFile, PERSONS_TOKEN, environment);
  }

  /**
   * The token that a file holds or, without one, a variable; empty if there is none.
   *
   * @throws OperationProblem if it is no token. The sentence does not repeat it.
   */
  static String token(Path file, String variable, Map<String, String> environment) {
    String token = text(file, variable, environment);
    // RFC 6750, section 2.1, and then some: whatever a header can carry.
    if (!token.matches("[!-~]*")) {
      throw new OperationProblem(
          "What is in "
              + (file.toString().isEmpty() ? variable : file)
              + " is no token: it has blanks, line breaks or other characters in it.");
    }
    return token;
  }

  private static String text(Path file, String variable, Map<String, String> environment) {
    if (file.toString().isEmpty()) {
      return environment.getOrDefault(variable, "").strip();
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new OperationProblem("The file " + file + " cannot be read.");
    }
  }
}
