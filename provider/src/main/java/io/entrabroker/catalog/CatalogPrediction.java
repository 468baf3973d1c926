package io.entrabroker.catalog;

import java.util.SortedSet;
import java.util.TreeSet;

/** What comes of a sign-in to the catalog. */
public sealed interface CatalogPrediction {

  /**
   * The person is signed in.
   *
   * @param username the catalog's name of the person; a random suffix is {@link
   *     CatalogName#RANDOM_SUFFIX}
   * @param email the stored address, which need not be the token's
   * @param displayName the stored name, or empty
   * @param teams all teams, those of before included
   * @param roles all roles, "Admin" aside
   * @param standing administrator or not
   */
  record Accepted(
      String username,
      String email,
      String displayName,
      SortedSet<String> teams,
      SortedSet<String> roles,
      CatalogAccount.Standing standing)
      implements CatalogPrediction {

    public Accepted {
      teams = new TreeSet<>(teams);
      roles = new TreeSet<>(roles);
    }

    /** Whether the person administers the catalog. */
    public boolean admin() {
      return standing == CatalogAccount.Standing.ADMINISTRATOR;
    }

    @Override
    public boolean isAccepted() {
      return true;
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
      return "Accepted[***]";
    }
  }

  /**
   * The catalog says no.
   *
   * @param status the HTTP status of the rule that refuses; a callback wraps it in a 500
   * @param message the catalog's own text; it may repeat a claim, so it belongs in no log
   */
  record Refused(int status, String message) implements CatalogPrediction {

    static Refused unauthorized(String message) {
      return new Refused(401, message);
    }

    @Override
    public boolean isAccepted() {
      return false;
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
      return "Refused[" + status + "]";
    }
  }

  /** Whether the person gets in. */
  boolean isAccepted();
}
