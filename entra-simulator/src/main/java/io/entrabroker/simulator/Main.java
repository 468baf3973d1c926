package io.entrabroker.simulator;

import io.entrabroker.simulator.directory.DirectoryException;
import io.entrabroker.simulator.directory.Tenant;
import io.javalin.util.JavalinException;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line. Exit codes: 0 for help, 1 if the simulator cannot start, 2 if an argument is
 * wrong.
 */
public final class Main {

  private static final int CANNOT_START = 1;
  private static final int WRONG_ARGUMENT = 2;

  private final PrintStream out;
  private final PrintStream err;

  Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    // The server's own messages would only repeat ours; warnings and errors are shown.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty("org.slf4j.simpleLogger.log.io.javalin.Javalin", "off");
    Optional<Integer> exitCode = new Main(System.out, System.err).run(List.of(arguments));
    exitCode.filter(code -> code != 0).ifPresent(System::exit);
  }

  /** The exit code; empty while the simulator runs. */
  Optional<Integer> run(List<String> arguments) {
    try {
      CommandLine line = CommandLine.parse(arguments);
      if (line.action() == CommandLine.Action.HELP) {
        out.print(CommandLine.HELP);
        return Optional.of(0);
      }
      return start(line);
    } catch (CommandLineException wrong) {
      err.println(wrong.getMessage());
      return Optional.of(WRONG_ARGUMENT);
    } catch (DirectoryException unusable) {
      err.println(unusable.getMessage());
      return Optional.of(CANNOT_START);
    }
  }

  private Optional<Integer> start(CommandLine line) {
    try {
      EntraSimulator simulator = line.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
      announce(simulator, line);
      return Optional.empty();
    } catch (JavalinException cannotListen) {
      err.println(
          "The simulator cannot listen: "
              + reason(cannotListen)
              + ". Stop what uses the address, or choose another with --port or --https-port.");
      return Optional.of(CANNOT_START);
    }
  }

  /** Standard output is for the certificate alone when it was asked for. */
  private void announce(EntraSimulator simulator, CommandLine line) {
    boolean certificate = line.action() == CommandLine.Action.SERVE_AND_PRINT_CA;
    PrintStream messages = certificate ? err : out;
    if (certificate) {
      out.print(simulator.caCertificatePem());
      out.flush();
    }
    messages.println("The Entra ID simulator is listening on " + simulator.httpUri());
    line.httpsPort().ifPresent(port -> messages.println("and on " + simulator.httpsUri()));
    for (Tenant tenant : simulator.directory().tenants()) {
      messages.println(
          "Authority of " + tenant.displayName() + ": " + simulator.httpUri() + "/" + tenant.id());
    }
    messages.println("Whoever reaches it signs in as anybody. Stop it with Ctrl-C.");
  }

  /** The innermost message that names an address: the server wraps the one of the system. */
  private static String reason(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()))
        .filter(message -> message.startsWith("Failed to bind"))
        .map(message -> message.replace("Failed to bind to /", "") + " is taken or not ours")
        .findFirst()
        .orElse(String.valueOf(failure.getMessage()));
  }
}
