package io.entrabroker.quickstart.check;

/**
 * Somebody as the catalog's API knows them.
 *
 * @param username the catalog's name
 * @param email the catalog's address
 */
public record SignedIn(String username, String email) {
  @Override
  public String toString() {
    return "username=" + username + " email=" + email;
  }
}
