package io.entrabroker.samplecatalog.web;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The catalog's teams and roles, which outlive a change of its settings. */
final class Organisation {
  /** The kind of team that a token can name. */
  static final String GROUP = "Group";

  private final Map<String, Team> teams = new TreeMap<>();
  private final Set<String> roles;

  /**
   * A team.
   *
   * @param type {@link #GROUP}, or one that no token can name
   */
  record Team(String name, String displayName, String type) {}

  /** The roles are fixed, "Admin" is none of them; teams of type Group can be added. */
  Organisation(Set<String> roles, Set<String> groups) {
    this.roles = Set.copyOf(roles);
    groups.forEach(name -> teams.put(name, new Team(name, "", GROUP)));
  }

  /** Adds a team; false if there is one of this name. */
  synchronized boolean add(Team team) {
    return teams.putIfAbsent(team.name(), team) == null;
  }

  synchronized Optional<Team> team(String name) {
    return Optional.ofNullable(teams.get(name));
  }

  synchronized Collection<Team> teams() {
    return List.copyOf(teams.values());
  }

  /** Names of the teams that a token can name. */
  synchronized Set<String> groups() {
    return teams.values().stream()
        .filter(team -> team.type().equals(GROUP))
        .map(Team::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  Set<String> roles() {
    return roles;
  }

  UUID idOfTeam(String name) {
    return id("team", name);
  }

  UUID idOfRole(String name) {
    return id("role", name);
  }

  private static UUID id(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
  }

  /** Names by id, for references that come back. */
  synchronized Map<UUID, String> names() {
    Map<UUID, String> names = new LinkedHashMap<>();
    teams.keySet().forEach(name -> names.put(idOfTeam(name), name));
    roles.forEach(name -> names.put(idOfRole(name), name));
    return names;
  }
}
