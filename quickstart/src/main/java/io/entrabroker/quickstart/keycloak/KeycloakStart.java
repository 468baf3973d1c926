package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From a home to a server that answers. */
final class KeycloakStart {
  private static final int TRIES_FOR_FREE_PORTS = 3;
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

  private final KeycloakHome home;
  private final StartOptions options;
  private final ServerLog log;

  KeycloakStart(KeycloakHome home, StartOptions options, ServerLog log) {
    this.home = home;
    this.options = options;
    this.log = log;
  }

  /** A port that was free may be taken before Keycloak gets to it; then others are tried. */
  KeycloakServer run() {
    for (int attempt = 1; ; attempt++) {
      Ports ports = Ports.chosen(options);
      try {
        return startOn(ports);
      } catch (KeycloakProblem e) {
        if (!ports.anyMadeUp() || !log.saysPortIsTaken() || attempt == TRIES_FOR_FREE_PORTS) {
          throw e;
        }
      }
    }
  }

  private KeycloakServer startOn(Ports ports) {
    Instant begun = Instant.now();
    KeycloakProcess process =
        KeycloakProcess.launch(home.folder(), arguments(ports), environment(), log);
    try {
      awaitReady(process, new HealthCheck(ports.management()), begun);
      return new KeycloakServer(home, process, ports, Duration.between(begun, Instant.now()));
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private void awaitReady(KeycloakProcess process, HealthCheck health, Instant begun) {
    while (!health.isReady()) {
      if (process.endsWithin(BETWEEN_QUESTIONS)) {
        throw failure("ended with status " + process.exitStatus() + " before it was ready");
      }
      if (Instant.now().isAfter(begun.plus(options.deadline()))) {
        throw failure("was not ready after " + options.deadline().toSeconds() + " seconds");
      }
    }
  }

  private List<String> arguments(Ports ports) {
    List<String> arguments = new ArrayList<>(List.of("start", "--optimized"));
    arguments.addAll(KeycloakHome.defaults(options.serverOptions()));
    arguments.add("--http-port=" + ports.http());
    arguments.add("--http-management-port=" + ports.management());
    arguments.addAll(options.serverOptions());
    return arguments;
  }

  private Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>(options.environment());
    all.put("JAVA_OPTS_KC_HEAP", options.heap());
    if (!options.jvmOptions().isEmpty()) {
      all.put("JAVA_OPTS_APPEND", String.join(" ", options.jvmOptions()));
    }
    return all;
  }

  private KeycloakProblem failure(String what) {
    return new KeycloakProblem(
        "Keycloak " + what + ". Its last lines (all of them in " + log.file() + "):" + log.tail());
  }
}
