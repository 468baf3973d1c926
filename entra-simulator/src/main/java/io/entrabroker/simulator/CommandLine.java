package io.entrabroker.simulator;

import io.entrabroker.simulator.directory.Directory;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** Reads the arguments of the command line. */
final class CommandLine {

  static final String HELP =
      """
      Entra ID simulator: stands in for Entra ID where there is no internet. For tests only.

      Usage: java -jar entra-simulator.jar [options]

        --port N               port for http; 0 takes a free one (default: 9090)
        --https-port N         listen for https, too, with a certificate of the simulator's own CA
        --directory FILE       tenants, people and app registrations as JSON (default: Contoso)
        --registration FILE    one more app registration as JSON, for example of deploy/entra;
                               may be repeated
        --host ADDRESS         address to bind (default: the loopback interface)
        --public-url URL       what clients call the http port (default: http://localhost:PORT)
        --public-https-url URL what clients call the https port (default: https://localhost:PORT)
        --print-ca             print the CA's certificate on standard output
        --help                 show this text

      Whoever reaches the simulator signs in as anybody, without a password.
      """;

  private static final int DEFAULT_PORT = 9090;

  private final Deque<String> arguments;
  private final SimulatorBuilder builder =
      EntraSimulator.builder().httpPort(DEFAULT_PORT).recordedRequests(0);
  private Action action = Action.SERVE;
  private OptionalInt httpsPort = OptionalInt.empty();
  private Directory directory = Directory.contoso();
  private final List<Path> registrations = new ArrayList<>();

  private CommandLine(List<String> arguments) {
    this.arguments = new ArrayDeque<>(arguments);
  }

  /**
   * @throws CommandLineException saying which argument is wrong and what to write instead
   */
  static CommandLine parse(List<String> arguments) {
    CommandLine line = new CommandLine(arguments);
    while (!line.arguments.isEmpty()) {
      line.option(line.arguments.remove());
    }
    if (line.action == Action.SERVE_AND_PRINT_CA && line.httpsPort.isEmpty()) {
      throw new CommandLineException(
          "--print-ca needs --https-port: without https there is no CA.");
    }
    line.registered();
    return line;
  }

  SimulatorBuilder builder() {
    return builder;
  }

  Action action() {
    return action;
  }

  /** The port for https, if it was asked for. */
  OptionalInt httpsPort() {
    return httpsPort;
  }

  private void option(String name) {
    switch (name) {
      case "--port" -> builder.httpPort(port(name));
      case "--https-port" -> httpsPort(port(name));
      case "--directory" -> directory = Directory.read(Path.of(value(name)));
      case "--registration" -> registrations.add(Path.of(value(name)));
      case "--host" -> builder.bindAddress(address(name));
      case "--public-url" -> builder.publicUrl(url(name));
      case "--public-https-url" -> builder.publicHttpsUrl(url(name));
      case "--print-ca" -> action = action.orWhileServing(Action.SERVE_AND_PRINT_CA);
      case "--help", "-h" -> action = Action.HELP;
      default -> throw new CommandLineException("There is no option " + name + "; see --help.");
    }
  }

  /** Registrations come last, whatever the order of the options. */
  private void registered() {
    for (Path file : registrations) {
      directory = directory.registering(file);
    }
    builder.directory(directory);
  }

  private void httpsPort(int port) {
    builder.httpsPort(port);
    httpsPort = OptionalInt.of(port);
  }

  private String value(String name) {
    if (arguments.isEmpty()) {
      throw new CommandLineException(name + " needs a value; see --help.");
    }
    return arguments.remove();
  }

  private int port(String name) {
    String text = value(name);
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw new CommandLineException(name + " must be a number, not '" + text + "'.");
    }
    throw new CommandLineException(name + " must be between 0 and 65535, not " + text + ".");
  }

  private String address(String name) {
    String text = value(name);
    try {
      return InetAddress.getByName(text).getHostAddress();
    } catch (UnknownHostException unknown) {
      throw new CommandLineException(name + " " + text + " is no address of this machine.");
    }
  }

  private URI url(String name) {
    String text = value(name);
    try {
      URI url = URI.create(text);
      boolean origin = url.getHost() != null && List.of("", "/").contains(url.getPath());
      if (origin && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw new CommandLineException(name + " must be an address, not '" + text + "'.");
    }
    throw new CommandLineException(
        name + " must be like https://entra.example:8443, without a path, not '" + text + "'.");
  }

  /** What the command line asks for. */
  enum Action {
    SERVE,
    SERVE_AND_PRINT_CA,
    HELP;

    Action orWhileServing(Action other) {
      return this == HELP ? HELP : other;
    }
  }
}
