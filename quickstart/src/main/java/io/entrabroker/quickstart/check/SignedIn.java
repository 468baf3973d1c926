package io.entrabroker.quickstart.check;

import java.util.List;

/**
 * Somebody as the catalog's API knows them.
 *
 * @param username the catalog's name
 * @param email the catalog's address
 * @param roles names of roles
 * @param teams names of teams; OpenMetadata takes them from confidential clients only
 */
public record SignedIn(String username, String email, List<String> roles, List<String> teams) {

  public SignedIn {
    roles = List.copyOf(roles);
    teams = List.copyOf(teams);
  }

  boolean is(String otherUsername, String otherEmail) {
    return username.equals(otherUsername) && email.equals(otherEmail);
  }

  @Override
  public String toString() {
    return "username=" + username + " email=" + email + " roles=" + roles + " teams=" + teams;
  }
}
