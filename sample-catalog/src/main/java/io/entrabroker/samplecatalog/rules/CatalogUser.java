package io.entrabroker.samplecatalog.rules;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A person as the catalog stores one.
 *
 * @param name username
 * @param email lower-case address
 * @param displayName may be empty
 * @param teams names of teams, sorted; signing in only adds some
 * @param roles names of roles, sorted
 * @param standing administrator or not
 * @param subject the {@code sub} it is bound to, or empty: {@link Band#EMAIL_FIRST} only
 */
public record CatalogUser(
    String name,
    String email,
    String displayName,
    SortedSet<String> teams,
    SortedSet<String> roles,
    Standing standing,
    String subject) {

  /** Whether a person administers the catalog. No sign-in takes this away again. */
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
        Standing.MEMBER,
        "");
  }

  @Override
  public SortedSet<String> teams() {
    return new TreeSet<>(teams);
  }

  @Override
  public SortedSet<String> roles() {
    return new TreeSet<>(roles);
  }

  /** Its id, the same for the same name: in the sample nobody is ever deleted. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it is one of the bots that exist from the start. */
  public boolean isBot() {
    return BuiltInUsers.isBot(name);
  }

  public boolean isAdmin() {
    return standing == Standing.ADMINISTRATOR;
  }

  CatalogUser called(String newDisplayName) {
    return new CatalogUser(name, email, newDisplayName, teams, roles, standing, subject);
  }

  CatalogUser joining(Collection<String> newTeams) {
    SortedSet<String> all = teams();
    all.addAll(newTeams);
    return new CatalogUser(name, email, displayName, all, roles, standing, subject);
  }

  /** As an administrator wants it. */
  public CatalogUser arranged(
      Collection<String> newTeams, Collection<String> newRoles, Standing newStanding) {
    return new CatalogUser(
        name,
        email,
        displayName,
        new TreeSet<>(newTeams),
        new TreeSet<>(newRoles),
        newStanding,
        subject);
  }

  CatalogUser withRoles(Collection<String> newRoles) {
    return new CatalogUser(
        name, email, displayName, teams, new TreeSet<>(newRoles), standing, subject);
  }

  CatalogUser promoted() {
    return new CatalogUser(name, email, displayName, teams, roles, Standing.ADMINISTRATOR, subject);
  }

  /** A first subject that is not blank stays. */
  CatalogUser bound(String newSubject) {
    return subject.isBlank()
        ? new CatalogUser(name, email, displayName, teams, roles, standing, newSubject)
        : this;
  }

  boolean isBoundToOtherThan(String other) {
    return !subject.isBlank() && !other.isBlank() && !subject.equals(other);
  }
}
