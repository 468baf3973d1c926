package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.operations.realm.Change;
import io.entrabroker.operations.realm.DesiredRealm;
import io.entrabroker.operations.realm.Plan;
import io.entrabroker.operations.realm.PlanExecution;
import io.entrabroker.operations.realm.Planner;
import io.entrabroker.operations.realm.RealmReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/realm-apply}: brings an existing realm to the state of the realm file. */
@Command(
    name = "realm-apply",
    description = {
      "Brings an existing realm to the state of realm-export/openmetadata-realm.json: one that"
          + " Keycloak's import would skip, or one of an earlier release.",
      "",
      "Without --apply it only says what differs. Users, groups, and clients, identity providers"
          + " and flows that are not in the file are never touched, and nothing is ever deleted."
    },
    footer = {
      "",
      "The variables of the file (realm-export/README.md) are taken from the environment. Of one"
          + " that is not set, or empty, the realm keeps what it has.",
      "",
      "Credentials come from the environment: KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD of"
          + " an administrator, or KEYCLOAK_ADMIN_CLIENT_ID and KEYCLOAK_ADMIN_CLIENT_SECRET of a"
          + " service account (in the realm master, or in that of KEYCLOAK_ADMIN_CLIENT_REALM).",
      "",
      "Exit codes: 0 if there is nothing (left) to do, 1 for a failure, 2 for wrong options, 3 if"
          + " there is something to do and --apply was not given."
    },
    sortOptions = false)
final class RealmApplyCommand implements Callable<Integer> {

  /** There is something to do, and nothing was done. */
  static final int DIFFERS = 3;

  private static final String FILE = "/io/entrabroker/realm/openmetadata-realm.json";

  private final Surroundings surroundings;

  @ArgGroup private Mode mode = new Mode();

  @Mixin private KeycloakOptions keycloak = new KeycloakOptions();

  @Mixin private TransportOptions transport = new TransportOptions();

  @Option(names = "--help", usageHelp = true, description = "This text.")
  private boolean help;

  /** One or the other. */
  static final class Mode {
    @Option(names = "--dry-run", description = "Say what differs and change nothing. The default.")
    private boolean dryRun;

    @Option(names = "--apply", description = "Say what differs and change it.")
    private boolean apply;
  }

  RealmApplyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    AdminApi admin = keycloak.admin(surroundings.environment(), transport);
    DesiredRealm desired = DesiredRealm.of(file(), keycloak.realm(), surroundings.environment());
    RealmReader reader = new RealmReader(admin, keycloak.realm(), desired);
    Plan plan = Planner.plan(desired, reader.read());
    show(plan);
    if (!mode.apply) {
      return plan.isEmpty() ? 0 : DIFFERS;
    }
    new PlanExecution(admin, keycloak.realm())
        .carryOut(plan, change -> out().println("Done: " + change.sentence()));
    return check(Planner.plan(desired, reader.read()));
  }

  private int check(Plan second) {
    if (second.isEmpty()) {
      out().println("The realm " + keycloak.realm() + " is as the file says.");
      return 0;
    }
    out().println("Keycloak took every change, and yet these are left:");
    list(second.changes());
    return Commands.FAILED;
  }

  private void show(Plan plan) {
    if (plan.isEmpty()) {
      out().println("The realm " + keycloak.realm() + " needs no change.");
    } else {
      out().println("The realm " + keycloak.realm() + " differs from the file:");
      list(plan.changes());
    }
    if (!plan.unseen().isEmpty()) {
      out().println("Nobody can tell whether this differs; --apply writes it in any case:");
      list(plan.unseen());
    }
    if (!plan.leftAlone().isEmpty()) {
      out().println("Left alone:");
      plan.leftAlone().forEach(sentence -> out().println("  - " + sentence));
    }
    if (!mode.apply && !plan.isEmpty()) {
      out().println("Nothing was changed: --apply does it.");
    }
  }

  private void list(List<Change> changes) {
    changes.forEach(change -> out().println("  * " + change.sentence()));
  }

  private PrintWriter out() {
    return surroundings.out();
  }

  private static JsonNode file() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RealmApplyCommand.class.getResourceAsStream(FILE))) {
      return new ObjectMapper().readTree(file);
    }
  }
}
