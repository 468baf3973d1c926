package io.entrabroker.operations;

import io.entrabroker.operations.catalog.CatalogProblem;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/** Starts the command that is named first. */
public final class Commands {

  /** Something went wrong; the message says what. */
  static final int FAILED = 1;

  private static final int USAGE_WIDTH = 100;

  private static final Map<String, Function<Surroundings, Callable<Integer>>> ALL =
      Map.of(
          "catalog-config",
          CatalogConfigCommand::new,
          "doctor",
          DoctorCommand::new,
          "preview",
          PreviewCommand::new,
          "realm-apply",
          RealmApplyCommand::new);

  private Commands() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv(), out, err, args));
  }

  /**
   * Runs a command.
   *
   * @param environment where credentials are
   * @param args the name of a script in {@code bin/}, and its options
   * @return its exit code: 0, 1 for a failure, 2 for wrong options
   */
  public static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    Surroundings surroundings = Surroundings.of(environment, out, err);
    Callable<Integer> command =
        ALL.getOrDefault(args[0], unknown -> () -> CommandLine.ExitCode.USAGE).apply(surroundings);
    // Help is our own text, and has colours.
    return new CommandLine(command)
        .setCommandName("bin/" + args[0])
        .setUsageHelpWidth(USAGE_WIDTH)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, line, parsed) -> failed(e, surroundings.err()))
        .setParameterExceptionHandler(
            (wrong, rest) -> {
              surroundings
                  .err()
                  .println(
                      wrong.getMessage() + ": bin/" + args[0] + " --help lists what there is.");
              return CommandLine.ExitCode.USAGE;
            })
        .execute(Arrays.copyOfRange(args, 1, args.length));
  }

  private static int failed(Exception e, PrintWriter err) {
    err.println(sentence(e));
    return FAILED;
  }

  private static String sentence(Exception e) {
    if (e instanceof OperationProblem
        || e instanceof KeycloakProblem
        || e instanceof CatalogProblem) {
      return String.valueOf(e.getMessage());
    }
    return e instanceof UncheckedIOException
        ? "Keycloak does not answer: is the address right, and is it running? ("
            + e.getMessage()
            + ")"
        : e.toString();
  }
}
