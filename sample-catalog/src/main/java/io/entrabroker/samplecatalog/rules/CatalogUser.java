package io.entrabroker.samplecatalog.rules;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person as the catalog stores one.
 *
 * @param name username
 * @param email lower-case address
 * @param displayName may be empty
 * @param teams names of teams, sorted; they only grow
 * @param roles names of roles, sorted
 * @param standing administrator or not
 */
public record CatalogUser(
    String name,
    String email,
    String displayName,
    SortedSet<String> teams,
    SortedSet<String> roles,
    Standing standing) {

  /** Whether a person administers the catalog. Nothing takes this away again. */
  public enum Standing {
    MEMBER,
    ADMINISTRATOR
  }

  public CatalogUser {
    teams = new TreeSet<>(teams);
    roles = new TreeSet<>(roles);
  }

  static CatalogUser signedUp(Principal principal, String displayName) {
    return new CatalogUser(
        principal.username(),
        principal.email(),
        displayName,
        new TreeSet<>(),
        new TreeSet<>(),
        Standing.MEMBER);
  }

  @Override
  public SortedSet<String> teams() {
    return new TreeSet<>(teams);
  }

  @Override
  public SortedSet<String> roles() {
    return new TreeSet<>(roles);
  }

  public boolean isAdmin() {
    return standing == Standing.ADMINISTRATOR;
  }

  CatalogUser called(String newDisplayName) {
    return new CatalogUser(name, email, newDisplayName, teams, roles, standing);
  }

  CatalogUser joining(Collection<String> newTeams) {
    SortedSet<String> all = teams();
    all.addAll(newTeams);
    return new CatalogUser(name, email, displayName, all, roles, standing);
  }

  CatalogUser withRoles(Collection<String> newRoles) {
    return new CatalogUser(name, email, displayName, teams, new TreeSet<>(newRoles), standing);
  }

  CatalogUser promoted() {
    return new CatalogUser(name, email, displayName, teams, roles, Standing.ADMINISTRATOR);
  }
}
