package io.entrabroker.quickstart;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.LoopbackPorts;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.realm.Brokers;
import io.entrabroker.quickstart.realm.CatalogClients;
import io.entrabroker.quickstart.realm.RealmImport;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.SampleCatalogBuilder;
import io.entrabroker.simulator.EntraSimulator;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Starts what a run needs, in order, and stops it in the opposite order. */
final class Stack implements AutoCloseable {
  /** How many prepared servers are kept: switching a port back and forth costs nothing. */
  private static final int KEPT_TEMPLATES = 3;

  private static final String LOGIN_HOSTS = "--spi-identity_provider--entra--login-hosts=";

  private static final List<String> OPENMETADATAS_ROLES = List.of("DataConsumer", "DataSteward");

  private final Project project;
  private final State state;
  private final Options options;
  private final Progress progress;
  private final Deque<Runnable> stops = new ArrayDeque<>();

  Stack(Project project, State state, Options options, Progress progress) {
    this.project = project;
    this.state = state;
    this.options = options;
    this.progress = progress;
  }

  /**
   * @throws KeycloakProblem naming the option that chooses another one
   */
  void requirePort(int port, String server, String option) {
    if (!LoopbackPorts.isFree(port)) {
      throw new KeycloakProblem(
          "Port "
              + port
              + ", wanted for "
              + server
              + ", is taken: stop the program that listens there, or choose another port with "
              + option
              + ".");
    }
  }

  /** Keycloak with our JARs and the realm, built if that has not been done yet. */
  KeycloakTemplate prepareKeycloak() {
    KeycloakTemplates templates = new KeycloakTemplates(state.templates());
    KeycloakSetup setup =
        KeycloakSetup.of(project.keycloak())
            .withJars(project.providerJar(), project.themeJar())
            .withRealm(project.realmFile())
            .withImportEnvironment(RealmImport.environment(catalogAddress(), state.clientSecret()));
    KeycloakTemplate template = templates.prepare(setup, progress::step);
    state.forgetServersExcept(templates.keepNewest(KEPT_TEMPLATES));
    return template;
  }

  URI startSimulator() {
    progress.step("starting the Entra ID simulator");
    EntraSimulator simulator =
        EntraSimulator.builder().httpPort(options.ports().simulator()).start();
    stops.push(simulator::close);
    return simulator.httpUri();
  }

  /**
   * A server on its own data, kept for {@code tenant}; for a check on data that are thrown away.
   *
   * @param simulator the login host to allow besides Microsoft's own; none if the list is empty
   */
  KeycloakServer startKeycloak(KeycloakTemplate template, String tenant, List<URI> simulator) {
    progress.step("starting Keycloak");
    StartOptions chosen =
        StartOptions.forTests()
            .withPorts(options.ports().keycloak(), StartOptions.FREE_PORT)
            .withServerOptions(
                simulator.stream()
                    .map(host -> LOGIN_HOSTS + host.getAuthority())
                    .toArray(String[]::new));
    KeycloakServer keycloak =
        options.purpose() == Options.Purpose.CHECK
            ? template.start(chosen, state.checkFolder())
            : template
                .keptIn(state.server(tenant, template.key()))
                .start(chosen, state.log("keycloak"));
    stops.push(keycloak::close);
    return keycloak;
  }

  /** The realm's identity providers, and the catalog that offers them. */
  URI startCatalog(KeycloakServer keycloak, List<Broker> brokers) {
    progress.step("setting up " + brokers.size() + " identity provider(s) and the sample catalog");
    new Brokers(keycloak.admin()).set(brokers);
    SampleCatalogBuilder catalog =
        SampleCatalog.builder()
            .port(options.ports().catalog())
            .realm(keycloak.realmUri())
            .confidentialClient(CatalogClients.WEB, state.clientSecret())
            .publicClient(CatalogClients.SPA)
            // OpenMetadata's default, consent, would have Entra ask for consent at every sign-in.
            .prompt("")
            .roles(roles(brokers))
            .teams(teams(brokers))
            .upstreams(brokers.stream().map(Broker::alias).toArray(String[]::new));
    SampleCatalog started = catalog.start();
    stops.push(started::close);
    return started.url();
  }

  private static String[] roles(List<Broker> brokers) {
    return Stream.concat(
            OPENMETADATAS_ROLES.stream(),
            brokers.stream().flatMap(broker -> broker.policy().roles().stream()))
        .distinct()
        .toArray(String[]::new);
  }

  private static String[] teams(List<Broker> brokers) {
    return brokers.stream()
        .flatMap(broker -> broker.policy().teams().stream())
        .distinct()
        .toArray(String[]::new);
  }

  @Override
  public void close() {
    while (!stops.isEmpty()) {
      stops.pop().run();
    }
  }

  private URI catalogAddress() {
    return URI.create("http://localhost:" + options.ports().catalog());
  }
}
