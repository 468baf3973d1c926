package io.entrabroker.operations;

import io.entrabroker.operations.catalog.CatalogPerson;
import io.entrabroker.operations.catalog.Reconciliation;
import io.entrabroker.operations.catalog.Reconciliation.Bounds;
import io.entrabroker.operations.catalog.Removal;
import io.entrabroker.operations.catalog.SecuritySettings;
import java.io.PrintWriter;
import java.util.Set;

/** {@code --reconcile}: takes from people in the catalog what no sign-in takes from them. */
record CatalogReconcile(RunningCatalog catalog, RealmSide realm, PrintWriter out) {

  /** Does it, or says what it would do; gives the exit code. */
  int run(CatalogOptions options) {
    catalog.release();
    SecuritySettings settings = catalog.settings();
    TeamsAndRoles organisation = new TeamsAndRoles(catalog.api(), realm, out);
    if (!settings.takesTeams()) {
      out.println("Nobody's teams are looked at: this catalog does not take them from tokens.");
    }
    Reconciliation plan =
        Reconciliation.plan(
            CatalogPerson.everybody(catalog.api()),
            person -> realm.word(person, settings),
            bounds(settings, options));
    show(plan);
    if (options.isDryRun()) {
      boolean isComplete = organisation.show();
      out.println("Nothing was changed.");
      return plan.removals().isEmpty() && isComplete ? 0 : RealmApplyCommand.DIFFERS;
    }
    for (Removal removal : plan.removals()) {
      Reconciliation.carryOut(catalog.api(), removal);
      out.println("Done: " + removal.sentence());
    }
    return organisation.create() ? 0 : Commands.FAILED;
  }

  private Bounds bounds(SecuritySettings settings, CatalogOptions options) {
    return new Bounds(
        settings.takesTeams() ? realm.teams() : Set.of(),
        settings.takesRoles() ? Bounds.Roles.TOKEN : Bounds.Roles.CATALOG,
        settings.administrators(),
        options.kept(),
        catalog.caller());
  }

  private void show(Reconciliation plan) {
    out.println(
        plan.removals().isEmpty()
            ? "Nobody has anything in the catalog that the realm has taken away."
            : "What the realm has taken away and the catalog has not:");
    plan.removals().forEach(removal -> out.println("  * " + removal.sentence()));
    if (!plan.leftAlone().isEmpty()) {
      out.println("Left alone:");
      plan.leftAlone().forEach(sentence -> out.println("  - " + sentence));
    }
  }
}
