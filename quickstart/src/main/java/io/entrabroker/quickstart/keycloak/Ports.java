package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.util.Iterator;
import java.util.List;

/** The two ports of a server, and whether one of them was made up here. */
record Ports(int http, int management, boolean anyMadeUp) {
  /**
   * @throws KeycloakProblem if a port that was asked for is taken
   */
  static Ports chosen(StartOptions options) {
    Iterator<Integer> free = LoopbackPorts.free(2).iterator();
    return new Ports(
        wantedOr(options.httpPort(), free.next(), "pages"),
        wantedOr(options.managementPort(), free.next(), "health checks"),
        List.of(options.httpPort(), options.managementPort()).contains(StartOptions.FREE_PORT));
  }

  private static int wantedOr(int wanted, int free, String purpose) {
    if (wanted == StartOptions.FREE_PORT) {
      return free;
    }
    if (!LoopbackPorts.isFree(wanted)) {
      throw new KeycloakProblem(
          "Port "
              + wanted
              + ", wanted for Keycloak's "
              + purpose
              + ", is taken: stop the program that listens there or choose another port.");
    }
    return wanted;
  }
}
