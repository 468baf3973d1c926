package io.entrabroker.quickstart;

import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import io.entrabroker.quickstart.check.SignInCheck;
import io.entrabroker.quickstart.check.Site;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.upstream.Person;
import io.entrabroker.quickstart.upstream.RealTenant;
import io.entrabroker.quickstart.upstream.SimulatedTenant;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** One run, from the options to the exit status. */
final class Quickstart {
  private static final String USERS = "/" + KeycloakServer.REALM + "/users";

  private final Options options;
  private final Stack stack;
  private final Ending ending;
  private final PrintStream out;

  Quickstart(Options options, Stack stack, Ending ending, PrintStream out) {
    this.options = options;
    this.stack = stack;
    this.ending = ending;
    this.out = out;
  }

  /** Simulator, Keycloak and catalog; people of Contoso sign in. */
  int withSimulator() {
    requirePorts();
    stack.requirePort(options.ports().simulator(), "the simulator", "--simulator-port");
    KeycloakTemplate template = stack.prepareKeycloak();
    URI simulator = stack.startSimulator();
    SimulatedTenant tenant = new SimulatedTenant(simulator);
    KeycloakServer keycloak = stack.startKeycloak(template, "simulator", List.of(simulator));
    URI catalog = stack.startCatalog(keycloak, tenant.brokers());
    if (options.purpose() == Options.Purpose.CHECK) {
      return check(new Site(catalog, keycloak.realmUri()), keycloak.admin(), tenant);
    }
    ending.ofSimulator(catalog, keycloak, simulator, tenant);
    return keepRunning(keycloak);
  }

  /** Keycloak and catalog; people of a real tenant sign in. */
  int withEntra(RealTenant tenant) {
    if (options.purpose() == Options.Purpose.CHECK) {
      throw new UsageProblem(
          "--check signs in by itself, which only the simulator lets it do:"
              + " unset AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET for it.");
    }
    requirePorts();
    KeycloakTemplate template = stack.prepareKeycloak();
    KeycloakServer keycloak = stack.startKeycloak(template, "entra", List.of());
    URI catalog = stack.startCatalog(keycloak, List.of(tenant.broker()));
    ending.ofEntra(catalog, keycloak, tenant);
    return keepRunning(keycloak);
  }

  private void requirePorts() {
    stack.requirePort(options.ports().keycloak(), "Keycloak", "--keycloak-port");
    stack.requirePort(options.ports().catalog(), "the sample catalog", "--catalog-port");
  }

  private int check(Site site, AdminApi admin, SimulatedTenant tenant) {
    Person first = tenant.people().get(0);
    SignInCheck check = new SignInCheck(site);
    boolean allPassed = true;
    for (Broker broker : tenant.brokers()) {
      for (SignInCheck.Result result :
          check.overEveryWay(broker.alias(), first, () -> forgetUsers(admin))) {
        out.println(ending.line(result));
        allPassed &= result instanceof SignInCheck.Result.Passed;
      }
    }
    return allPassed ? 0 : 1;
  }

  /** Every combination is a first sign-in: accounts of one alias are not linked to another. */
  private static void forgetUsers(AdminApi admin) {
    admin.get(USERS).forEach(user -> admin.delete(USERS + "/" + user.path("id").asText()));
  }

  private static int keepRunning(KeycloakServer keycloak) {
    keycloak.awaitEnd();
    throw new KeycloakProblem(
        "Keycloak has ended by itself; the reason is in " + keycloak.logFile() + ".");
  }
}
