package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import io.entrabroker.operations.catalog.CatalogPerson.Rights;
import io.entrabroker.operations.catalog.CatalogPerson.Team;
import io.entrabroker.operations.catalog.RealmWord.Known;
import io.entrabroker.operations.catalog.RealmWord.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What has to be taken away from people because no sign-in takes it away: teams are only ever
 * added, and whoever became an administrator stays one.
 *
 * @param removals what is known to be gone
 * @param leftAlone what is not touched, and why
 */
public record Reconciliation(List<Removal> removals, List<String> leftAlone) {
  private static final String ADMIN_ROLE = "Admin";

  public Reconciliation {
    removals = List.copyOf(removals);
    leftAlone = List.copyOf(leftAlone);
  }

  /**
   * What may be touched.
   *
   * @param teams those of the bindings, if sign-ins put people into teams; otherwise none
   * @param roles whether the claim {@code roles} makes administrators
   * @param administrators names and addresses that are administrators by the settings, lower case
   * @param kept names of who keeps everything
   * @param caller name of who asks
   */
  public record Bounds(
      Set<String> teams,
      Roles roles,
      List<String> administrators,
      Set<String> kept,
      String caller) {
    public Bounds {
      teams = Set.copyOf(teams);
      administrators = List.copyOf(administrators);
      kept = Set.copyOf(kept);
    }

    /** Where roles come from. */
    public enum Roles {
      TOKEN,
      CATALOG
    }

    boolean isListed(CatalogPerson person) {
      return administrators.contains(person.name().toLowerCase(Locale.ROOT))
          || administrators.contains(person.email());
    }
  }

  /**
   * The plan.
   *
   * @param people everybody who is no bot
   * @param word what the realm says of somebody; asked only for who could lose something
   */
  public static Reconciliation plan(
      List<CatalogPerson> people, Function<CatalogPerson, RealmWord> word, Bounds bounds) {
    List<Removal> removals = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    Map<String, RealmWord> words = new LinkedHashMap<>();
    for (CatalogPerson person : people) {
      if (!person.isAdmin() && person.among(bounds.teams()).isEmpty()) {
        continue;
      }
      RealmWord said = word.apply(person);
      words.put(person.id(), said);
      if (bounds.kept().contains(person.name())) {
        alone.add(person.name() + ": kept, as you said.");
      } else if (said instanceof Known known) {
        removals.add(removal(person, known, bounds, alone));
      } else if (said instanceof Unknown unknown) {
        alone.add(person.name() + ": " + unknown.reason());
      }
    }
    return withAnAdministratorLeft(removals, alone, people, words);
  }

  private static Removal removal(
      CatalogPerson person, Known known, Bounds bounds, List<String> alone) {
    Set<String> teams = new TreeSet<>();
    person.among(bounds.teams()).stream().map(Team::name).forEach(teams::add);
    teams.removeAll(known.teams());
    Removal teamsOnly = new Removal(person, teams, person.rights());
    boolean isEntitled = known.roles().contains(ADMIN_ROLE) || bounds.isListed(person);
    if (!person.isAdmin() || isEntitled) {
      return teamsOnly;
    }
    if (person.name().equals(bounds.caller())) {
      alone.add(person.name() + ": stays administrator, since it is who asks.");
      return teamsOnly;
    }
    if (bounds.roles() == Bounds.Roles.CATALOG) {
      alone.add(
          person.name()
              + ": stays administrator, since this catalog does not take roles from tokens.");
      return teamsOnly;
    }
    return new Removal(person, teams, Rights.MEMBER);
  }

  private static Reconciliation withAnAdministratorLeft(
      List<Removal> removals,
      List<String> alone,
      List<CatalogPerson> people,
      Map<String, RealmWord> words) {
    Set<String> losing = new TreeSet<>();
    removals.stream().filter(Removal::takesAdmin).forEach(r -> losing.add(r.person().id()));
    boolean isOneLeft =
        people.stream()
            .filter(CatalogPerson::isAdmin)
            .filter(person -> !losing.contains(person.id()))
            .anyMatch(person -> words.get(person.id()) instanceof Known);
    List<Removal> kept = removals;
    if (!losing.isEmpty() && !isOneLeft) {
      alone.add(
          "Nobody whom the realm knows would be left as administrator: all administrators stay. Give"
              + " somebody the role Admin first, or name them with --admins when you apply.");
      kept = removals.stream().map(Removal::withoutRights).toList();
    }
    return new Reconciliation(kept.stream().filter(removal -> !removal.isEmpty()).toList(), alone);
  }

  /**
   * Takes one thing away, looking again at the person first.
   *
   * @throws CatalogProblem if the catalog refuses, or says yes and does not do it
   */
  public static void carryOut(CatalogApi catalog, Removal removal) {
    String path = CatalogPaths.USERS + "/" + Texts.encoded(removal.person().id());
    ArrayNode patch = removal.patch(read(catalog, path));
    if (patch.isEmpty()) {
      return;
    }
    Answer answer = catalog.patch(path, patch);
    if (!answer.isSuccess() || !removal.isDoneFor(read(catalog, path))) {
      throw new CatalogProblem(
          "Not done (" + answer.status() + "): " + removal.sentence() + ". " + answer.message());
    }
  }

  private static CatalogPerson read(CatalogApi catalog, String path) {
    Answer answer = catalog.get(path + "?fields=teams,roles");
    if (!answer.isSuccess()) {
      throw new CatalogProblem("The catalog answered " + answer.status() + " to GET " + path + ".");
    }
    return CatalogPerson.of(answer.body());
  }
}
