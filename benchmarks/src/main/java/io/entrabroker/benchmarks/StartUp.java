package io.entrabroker.benchmarks;

import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much longer Keycloak takes to start with our JARs and our realm than without. Both are
 * started in turn, so that a noisy machine is noisy for both.
 *
 * <p>Argument: the number of rounds, 5 by default.
 */
public final class StartUp {

  private static final int ROUNDS = 5;

  private StartUp() {}

  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath();
    Path work = root.resolve("benchmarks/target");
    KeycloakTemplates templates = new KeycloakTemplates(work.resolve("templates"));
    KeycloakSetup without = KeycloakSetup.of(KeycloakDistribution.find(root));
    KeycloakSetup with =
        without
            .withJars(
                root.resolve("provider/target/openmetadata-entra-provider.jar"),
                root.resolve("themes/target/openmetadata-entra-themes.jar"))
            .withRealm(root.resolve("realm-export/openmetadata-realm.json"));
    KeycloakTemplate plain = templates.prepare(without, System.out::println);
    KeycloakTemplate ours = templates.prepare(with, System.out::println);
    List<Duration> plainTimes = new ArrayList<>();
    List<Duration> ourTimes = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      plainTimes.add(started(plain, work));
      ourTimes.add(started(ours, work));
      System.out.printf(
          "round %d: without %.1f s, with %.1f s%n",
          round, seconds(plainTimes.get(round - 1)), seconds(ourTimes.get(round - 1)));
    }
    System.out.printf(
        "median: without %.1f s, with %.1f s, ratio %.2f%n",
        seconds(median(plainTimes)),
        seconds(median(ourTimes)),
        seconds(median(ourTimes)) / seconds(median(plainTimes)));
  }

  private static Duration started(KeycloakTemplate template, Path work) {
    try (KeycloakServer server =
        template.start(StartOptions.onFreePorts(), work.resolve("servers"))) {
      return server.startupTime();
    }
  }

  private static Duration median(List<Duration> times) {
    List<Duration> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
