package io.entrabroker.quickstart.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to start one server.
 *
 * @param httpPort the port of the pages, {@value #FREE_PORT} for any free one
 * @param managementPort the port of the health checks, {@value #FREE_PORT} for any free one
 * @param serverOptions further options of {@code kc.sh start}
 * @param environment environment variables of the server, besides the few that it always gets
 * @param heap the JVM's memory options
 * @param jvmOptions further options of the JVM
 * @param deadline how long it may take to become ready
 */
public record StartOptions(
    int httpPort,
    int managementPort,
    List<String> serverOptions,
    Map<String, String> environment,
    String heap,
    List<String> jvmOptions,
    Duration deadline) {
  /** Any port that is free at the moment. */
  public static final int FREE_PORT = 0;

  private static final StartOptions DEFAULT =
      new StartOptions(
          FREE_PORT,
          FREE_PORT,
          List.of(),
          Map.of(),
          "-Xms64m -Xmx512m",
          List.of(),
          Duration.ofMinutes(3));

  public StartOptions {
    serverOptions = List.copyOf(serverOptions);
    environment = Map.copyOf(environment);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** Free ports, Keycloak's own memory default, three minutes. */
  public static StartOptions onFreePorts() {
    return DEFAULT;
  }

  /** Free ports and a JVM that starts sooner and runs slower: right for tests. */
  public static StartOptions forTests() {
    return DEFAULT.withJvmOptions("-XX:TieredStopAtLevel=1");
  }

  public StartOptions withPorts(int http, int management) {
    return new StartOptions(
        http, management, serverOptions, environment, heap, jvmOptions, deadline);
  }

  /** Adds options such as {@code --spi-identity_provider--entra--login-hosts=localhost:9090}. */
  public StartOptions withServerOptions(String... more) {
    return new StartOptions(
        httpPort,
        managementPort,
        joined(serverOptions, List.of(more)),
        environment,
        heap,
        jvmOptions,
        deadline);
  }

  public StartOptions withEnvironment(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(more);
    return new StartOptions(
        httpPort, managementPort, serverOptions, all, heap, jvmOptions, deadline);
  }

  public StartOptions withJvmOptions(String... more) {
    return new StartOptions(
        httpPort,
        managementPort,
        serverOptions,
        environment,
        heap,
        joined(jvmOptions, List.of(more)),
        deadline);
  }

  public StartOptions withDeadline(Duration time) {
    return new StartOptions(
        httpPort, managementPort, serverOptions, environment, heap, jvmOptions, time);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
