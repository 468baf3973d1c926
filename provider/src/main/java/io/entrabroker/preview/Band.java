package io.entrabroker.preview;

import io.entrabroker.catalog.CatalogPrediction;
import java.util.List;

/**
 * What a version of the catalog would make of the person.
 *
 * @param version the version, as a setting writes it
 * @param clients the kinds of client of which it is true
 * @param user the user, or the catalog's answer
 */
public record Band(String version, List<String> clients, User user) {

  public Band {
    clients = List.copyOf(clients);
  }

  /** What comes of it. */
  public sealed interface User {}

  /**
   * A user of the catalog.
   *
   * @param username the name, masked
   * @param email the address, masked
   * @param displayName the name to show, masked, or empty
   * @param roles names of roles
   * @param teams names of teams
   * @param isAdmin whether they administer the catalog
   */
  public record Accepted(
      String username,
      String email,
      String displayName,
      List<String> roles,
      List<String> teams,
      boolean isAdmin)
      implements User {
    public Accepted {
      roles = List.copyOf(roles);
      teams = List.copyOf(teams);
    }
  }

  /**
   * The catalog says no.
   *
   * @param answer its status and text, masked
   */
  public record Refused(String answer) implements User {}

  static User user(CatalogPrediction prediction) {
    if (prediction instanceof CatalogPrediction.Accepted person) {
      return new Accepted(
          Mask.person(person.username()),
          Mask.person(person.email()),
          Mask.person(person.displayName()),
          List.copyOf(person.roles()),
          List.copyOf(person.teams()),
          person.admin());
    }
    CatalogPrediction.Refused refused = (CatalogPrediction.Refused) prediction;
    return new Refused(refused.status() + " " + Mask.sentence(refused.message()));
  }
}
