package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a catalog lacks of the teams and roles that tokens will name: it skips silently what it does
 * not have.
 *
 * @param missingTeams teams that can be created
 * @param otherTeams teams of the name that are no groups, so that no token can name them
 * @param missingRoles roles that nobody but an administrator of the catalog can make
 */
public record Organisation(
    Set<String> missingTeams, Set<String> otherTeams, Set<String> missingRoles) {
  private static final String GROUP = "Group";

  /** The role that OpenMetadata keeps for administrators, which is none in its list. */
  private static final String ADMIN = "Admin";

  public Organisation {
    missingTeams = Set.copyOf(missingTeams);
    otherTeams = Set.copyOf(otherTeams);
    missingRoles = Set.copyOf(missingRoles);
  }

  /**
   * Looks into a catalog.
   *
   * @param teams that group bindings name
   * @param roles that role map and base role name
   */
  public static Organisation of(CatalogApi catalog, Set<String> teams, Set<String> roles) {
    Map<String, String> present = new TreeMap<>();
    for (JsonNode team : catalog.all(CatalogPaths.TEAMS + "?include=non-deleted")) {
      present.put(team.path("name").asText(), team.path("teamType").asText());
    }
    Set<String> missing = new TreeSet<>(teams);
    missing.removeAll(present.keySet());
    Set<String> others = new TreeSet<>(teams);
    others.removeIf(name -> present.getOrDefault(name, GROUP).equals(GROUP));
    Set<String> unknown = new TreeSet<>(roles);
    catalog
        .all(CatalogPaths.ROLES + "?include=non-deleted")
        .forEach(role -> unknown.remove(role.path("name").asText()));
    unknown.remove(ADMIN);
    return new Organisation(missing, others, unknown);
  }

  /** What to tell an administrator who has to look after it. */
  public List<String> concerns() {
    List<String> concerns = new ArrayList<>();
    new TreeSet<>(otherTeams)
        .forEach(
            name ->
                concerns.add(
                    "The team "
                        + name
                        + " is not of the type Group: no token can put anybody in it."
                        + " Bind another team, or change its type."));
    new TreeSet<>(missingRoles)
        .forEach(
            name ->
                concerns.add(
                    "The catalog has no role "
                        + name
                        + ": whoever should have it has it not. Create"
                        + " it (Settings > Access Control > Roles), or correct the role map."));
    return concerns;
  }

  /**
   * Creates a team of the type Group.
   *
   * @throws CatalogProblem if the catalog refuses
   */
  public static void create(CatalogApi catalog, String name) {
    Answer answer =
        catalog.post(
            CatalogPaths.TEAMS,
            JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("displayName", name)
                .put("teamType", GROUP));
    if (answer.status() == 409) {
      throw new CatalogProblem(
          "The team "
              + name
              + " cannot be created: there was one that has been deleted. Restore it.");
    }
    if (!answer.isSuccess()) {
      throw new CatalogProblem(
          "The team " + name + " was not created (" + answer.status() + "). " + answer.message());
    }
  }
}
