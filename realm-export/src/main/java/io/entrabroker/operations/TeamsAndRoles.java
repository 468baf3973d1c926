package io.entrabroker.operations;

import io.entrabroker.operations.catalog.CatalogApi;
import io.entrabroker.operations.catalog.CatalogProblem;
import io.entrabroker.operations.catalog.Organisation;
import java.io.PrintWriter;
import java.util.TreeSet;

/** The teams and roles that tokens will name, and that the catalog has to have. */
record TeamsAndRoles(CatalogApi catalog, RealmSide realm, PrintWriter out) {

  /** Says what is missing; gives whether nothing could be created. */
  boolean show() {
    Organisation found = found();
    new TreeSet<>(found.missingTeams())
        .forEach(name -> out.println("  * The team " + name + " is missing and would be created."));
    return found.missingTeams().isEmpty();
  }

  /** Creates teams and says what else is missing; gives whether every team could be created. */
  boolean create() {
    boolean isComplete = true;
    for (String name : new TreeSet<>(found().missingTeams())) {
      try {
        Organisation.create(catalog, name);
        out.println("Created the team " + name + ".");
      } catch (CatalogProblem refused) {
        out.println(refused.getMessage());
        isComplete = false;
      }
    }
    return isComplete;
  }

  private Organisation found() {
    Organisation found = Organisation.of(catalog, realm.teams(), realm.roles());
    found.concerns().forEach(concern -> out.println("  ! " + concern));
    return found;
  }
}
