package io.entrabroker.catalog;

import io.entrabroker.catalog.CatalogPrediction.Accepted;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out who would get in whose way in the catalog. */
public final class CatalogClashes {

  private final CatalogSetup setup;
  private final ReservedNames reserved;

  private CatalogClashes(CatalogSetup setup, ReservedNames reserved) {
    this.setup = setup;
    this.reserved = reserved;
  }

  /**
   * What goes wrong when these people sign in one after the other. Everybody is compared with the
   * first person of the same name or address.
   */
  public static List<CatalogClash> among(
      List<CatalogPerson> people, CatalogSetup setup, ReservedNames reserved) {
    return new CatalogClashes(setup, reserved).among(people);
  }

  private List<CatalogClash> among(List<CatalogPerson> people) {
    Set<CatalogClash> clashes = new LinkedHashSet<>();
    Map<String, CatalogPerson> firstByName = new HashMap<>();
    Map<String, CatalogPerson> firstByEmail = new HashMap<>();
    for (CatalogPerson person : people) {
      Optional<Accepted> user = predicted(person);
      if (isReserved(person, user)) {
        clashes.add(new CatalogClash.Reserved(person.key()));
      }
      Set<CatalogPerson> first = new LinkedHashSet<>();
      user.map(known -> firstByName.putIfAbsent(CatalogName.asRead(known.username()), person))
          .ifPresent(first::add);
      user.map(known -> firstByEmail.putIfAbsent(known.email(), person)).ifPresent(first::add);
      first.forEach(other -> clash(other, person).ifPresent(clashes::add));
    }
    return List.copyOf(clashes);
  }

  private boolean isReserved(CatalogPerson person, Optional<Accepted> user) {
    String name = user.map(Accepted::username).orElse(person.username());
    return !reserved.allows(name, person.key())
        || !reserved.allows(person.username(), person.key());
  }

  private Optional<Accepted> predicted(CatalogPerson person) {
    CatalogPrediction alone =
        CatalogPrincipal.predict(person.claims(), setup, CatalogAccounts.none());
    return alone instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
  }

  private Optional<CatalogClash> clash(CatalogPerson first, CatalogPerson second) {
    if (first.key().equals(second.key())) {
      return Optional.empty();
    }
    CatalogVisit before = CatalogPrincipal.visit(first.claims(), setup, CatalogAccounts.none());
    CatalogPrediction outcome = CatalogPrincipal.predict(second.claims(), setup, before.after());
    if (outcome instanceof Refused refused) {
      return Optional.of(new CatalogClash.LockedOut(first.key(), second.key(), refused));
    }
    return isSameUser(before.prediction(), outcome)
        ? Optional.of(new CatalogClash.OneUser(first.key(), second.key()))
        : Optional.empty();
  }

  private static boolean isSameUser(CatalogPrediction first, CatalogPrediction second) {
    return first instanceof Accepted one
        && second instanceof Accepted other
        && CatalogName.asRead(one.username()).equals(CatalogName.asRead(other.username()));
  }
}
