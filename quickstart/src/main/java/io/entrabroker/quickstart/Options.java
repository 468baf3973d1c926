package io.entrabroker.quickstart;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for. {@code --help} and {@code --clean} never get here: {@code
 * bin/quickstart} answers them without building anything.
 *
 * @param purpose what to do
 * @param ports where the three servers listen
 */
record Options(Purpose purpose, Ports ports) {
  /** What the command is to do. */
  enum Purpose {
    /** Run until somebody stops it. */
    RUN,
    /** Sign in over every combination, print who it was, and stop. */
    CHECK
  }

  /** Loopback ports of the three servers. */
  record Ports(int keycloak, int catalog, int simulator) {}

  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("--keycloak-port", 8080, "--catalog-port", 8585, "--simulator-port", 9090);

  /**
   * @throws UsageProblem naming the argument that cannot be read
   */
  static Options parse(List<String> arguments) {
    Purpose purpose = Purpose.RUN;
    Map<String, Integer> ports = new HashMap<>(DEFAULT_PORTS);
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String[] parts = rest.next().split("=", 2);
      if (parts[0].equals("--check") && parts.length == 1) {
        purpose = Purpose.CHECK;
      } else if (DEFAULT_PORTS.containsKey(parts[0])) {
        ports.put(parts[0], port(parts[0], parts.length == 2 ? parts[1] : next(rest, parts[0])));
      } else {
        throw new UsageProblem(
            "Unknown option " + parts[0] + ": bin/quickstart --help lists those there are.");
      }
    }
    return new Options(purpose, different(ports));
  }

  private static String next(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new UsageProblem(option + " needs a port after it, for example " + option + " 18080.");
    }
    return rest.next();
  }

  private static int port(String option, String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65536) {
      return Integer.parseInt(text);
    }
    throw new UsageProblem(option + " needs a port from 1 to 65535, not " + text + ".");
  }

  private static Ports different(Map<String, Integer> ports) {
    if (Set.copyOf(ports.values()).size() < ports.size()) {
      throw new UsageProblem(
          "Keycloak, catalog and simulator need three different ports: change one of them.");
    }
    return new Ports(
        ports.getOrDefault("--keycloak-port", 0),
        ports.getOrDefault("--catalog-port", 0),
        ports.getOrDefault("--simulator-port", 0));
  }
}
