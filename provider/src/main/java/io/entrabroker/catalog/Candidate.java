package io.entrabroker.catalog;

/**
 * Whom a token speaks for.
 *
 * @param username lower case; with {@link Lookup#BY_EMAIL} only the name to begin with
 * @param email lower case
 * @param domain what the catalog takes for the mail domain, as the token writes it
 * @param lookup what the person is found by
 */
record Candidate(String username, String email, String domain, Lookup lookup) {

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "Candidate[***]";
  }
}
