package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrabroker.operations.catalog.CatalogPerson.Rights;
import io.entrabroker.operations.catalog.CatalogPerson.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody loses.
 *
 * @param person who
 * @param teams names of teams
 * @param rights {@link Rights#MEMBER} if the person loses the rights of an administrator, else what
 *     the person has
 */
public record Removal(CatalogPerson person, Set<String> teams, Rights rights) {

  public Removal {
    teams = Set.copyOf(teams);
  }

  boolean takesAdmin() {
    return person.isAdmin() && rights == Rights.MEMBER;
  }

  boolean isEmpty() {
    return teams.isEmpty() && !takesAdmin();
  }

  Removal withoutRights() {
    return new Removal(person, teams, person.rights());
  }

  /** For an administrator to read. */
  public String sentence() {
    List<String> losses = new ArrayList<>();
    if (takesAdmin()) {
      losses.add("the rights of an administrator");
    }
    new TreeSet<>(teams).forEach(team -> losses.add("the team " + team));
    return person.name() + " loses " + String.join(", ", losses);
  }

  /**
   * The JSON patch that takes it away, if the person is still as in {@code present}; every team is
   * looked at before it is removed.
   *
   * @param present the person as the catalog has it at this moment
   */
  ArrayNode patch(CatalogPerson present) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    for (int i = present.teams().size() - 1; i >= 0; i--) {
      Team team = present.teams().get(i);
      if (teams.contains(team.name())) {
        String path = "/teams/" + i;
        patch.addObject().put("op", "test").put("path", path + "/id").put("value", team.id());
        patch.addObject().put("op", "remove").put("path", path);
      }
    }
    if (takesAdmin() && present.isAdmin()) {
      patch.addObject().put("op", "replace").put("path", "/isAdmin").put("value", false);
    }
    return patch;
  }

  /** Whether it is done. */
  boolean isDoneFor(CatalogPerson present) {
    return present.among(teams).isEmpty() && !(takesAdmin() && present.isAdmin());
  }
}
