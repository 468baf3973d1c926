package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A user of the catalog.
 *
 * @param id the catalog's
 * @param name username
 * @param email lower case
 * @param rights whether the user is an administrator
 * @param teams in the catalog's order
 */
public record CatalogPerson(String id, String name, String email, Rights rights, List<Team> teams) {

  /** What somebody may do. */
  public enum Rights {
    MEMBER,
    ADMINISTRATOR
  }

  /** A team that somebody is in. */
  public record Team(String id, String name) {}

  public CatalogPerson {
    email = email.toLowerCase(Locale.ROOT);
    teams = List.copyOf(teams);
  }

  /** As the catalog writes one, with its teams. */
  public static CatalogPerson of(JsonNode user) {
    List<Team> teams = new ArrayList<>();
    user.path("teams")
        .forEach(team -> teams.add(new Team(team.path("id").asText(), team.path("name").asText())));
    return new CatalogPerson(
        user.path("id").asText(),
        user.path("name").asText(),
        user.path("email").asText(),
        user.path("isAdmin").asBoolean() ? Rights.ADMINISTRATOR : Rights.MEMBER,
        teams);
  }

  /** Everybody who is no bot and not deleted. */
  public static List<CatalogPerson> everybody(CatalogApi catalog) {
    return catalog.all(CatalogPaths.USERS + "?fields=teams,roles&isBot=false").stream()
        .filter(user -> !user.path("isBot").asBoolean() && !user.path("deleted").asBoolean())
        .map(CatalogPerson::of)
        .toList();
  }

  public boolean isAdmin() {
    return rights == Rights.ADMINISTRATOR;
  }

  /** The teams that are among these. */
  List<Team> among(Set<String> names) {
    return teams.stream().filter(team -> names.contains(team.name())).toList();
  }

  /** Nothing personal. */
  @Override
  public String toString() {
    return "CatalogPerson[id=" + id + "]";
  }
}
