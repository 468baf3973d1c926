package io.entrabroker.catalog;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person as the catalog stores one.
 *
 * @param username name, lower case
 * @param email address, lower case
 * @param displayName name to show, or empty
 * @param teams names of teams
 * @param roles names of roles, "Admin" aside
 * @param standing administrator or not
 * @param subject the realm's user id that an e-mail-first catalog bound to it, or empty
 */
public record CatalogAccount(
    String username,
    String email,
    String displayName,
    SortedSet<String> teams,
    SortedSet<String> roles,
    Standing standing,
    String subject) {

  /** Whether a person administers the catalog. No token takes this away again. */
  public enum Standing {
    MEMBER,
    ADMINISTRATOR
  }

  public CatalogAccount {
    teams = new TreeSet<>(teams);
    roles = new TreeSet<>(roles);
  }

  /** A member without display name, teams, roles and subject. */
  public static CatalogAccount named(String username, String email) {
    return new CatalogAccount(
        username, email, "", new TreeSet<>(), new TreeSet<>(), Standing.MEMBER, "");
  }

  @Override
  public SortedSet<String> teams() {
    return new TreeSet<>(teams);
  }

  @Override
  public SortedSet<String> roles() {
    return new TreeSet<>(roles);
  }

  /** With this display name. */
  public CatalogAccount called(String name) {
    return new CatalogAccount(username, email, name, teams, roles, standing, subject);
  }

  /** In these teams, too. */
  public CatalogAccount joining(Collection<String> newTeams) {
    SortedSet<String> all = teams();
    all.addAll(newTeams);
    return new CatalogAccount(username, email, displayName, all, roles, standing, subject);
  }

  /** With these roles and no others. */
  public CatalogAccount withRoles(Collection<String> newRoles) {
    return new CatalogAccount(
        username, email, displayName, teams, new TreeSet<>(newRoles), standing, subject);
  }

  /** As an administrator. */
  public CatalogAccount promoted() {
    return new CatalogAccount(
        username, email, displayName, teams, roles, Standing.ADMINISTRATOR, subject);
  }

  /** Bound to the realm's user of this id. */
  public CatalogAccount boundTo(String userId) {
    return new CatalogAccount(username, email, displayName, teams, roles, standing, userId);
  }

  boolean isOf(String aUsername, String anEmail) {
    return username.equals(aUsername) && email.equals(anEmail);
  }

  CatalogPrediction accepted() {
    return new CatalogPrediction.Accepted(username, email, displayName, teams, roles, standing);
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "CatalogAccount[***]";
  }
}
