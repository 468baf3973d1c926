package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership.Known;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which teams a person joins under the names of Entra groups, and which names are refused.
 *
 * <p>The Keycloak group that was created for an Entra group stays that group's, whatever either is
 * called later. A name belongs to whoever had it first; where two come for it at the same time,
 * nobody gets it.
 *
 * @param teams names of teams to join, by group
 * @param refused why a group gets no team, by group
 * @param owned the names of all Keycloak groups that exist for the sake of an Entra group and that
 *     no binding speaks for: nobody but the plan puts people in there, so it may take them out
 */
public record NamedGroupPlan(
    Map<GroupId, String> teams, Map<GroupId, Refusal> refused, Set<String> owned) {

  /** Why a group gets no team of its name. */
  public enum Refusal {
    /** An explicit binding leads to a team of that name. */
    NAME_BOUND_EXPLICITLY,
    /** The realm has a group of that name, which belongs to somebody else. */
    NAME_TAKEN_BY_ANOTHER_GROUP,
    /** Two groups of the same name came at the same time. */
    NAME_NOT_UNIQUE,
    /** The catalog takes no such name, or the group has none. */
    NAME_UNUSABLE
  }

  public NamedGroupPlan {
    teams = Collections.unmodifiableMap(new TreeMap<>(teams));
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    owned = Collections.unmodifiableSet(new TreeSet<>(owned));
  }

  /** No group has a team of its name, and none ever had. */
  public static NamedGroupPlan nothing() {
    return new NamedGroupPlan(Map.of(), Map.of(), Set.of());
  }

  /** Plans for a person; compares names as people do, without regard to case. */
  public static NamedGroupPlan of(
      Known membership, NamedGroups named, GroupBindings bindings, ExistingGroups existing) {
    return new Planning(membership, named, bindings, existing).plan();
  }

  /** Those of {@link #teams} whose Keycloak group has to be created for the group first. */
  public Map<GroupId, String> toCreate() {
    return teams.entrySet().stream()
        .filter(team -> !owned.contains(team.getValue()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static final class Planning {
    private final Known membership;
    private final NamedGroups named;
    private final GroupBindings bindings;
    private final ExistingGroups existing;
    private final Set<String> boundNames;
    private final Set<String> takenNames;
    private final Map<GroupId, String> teams = new TreeMap<>();
    private final Map<GroupId, Refusal> refused = new TreeMap<>();

    Planning(Known membership, NamedGroups named, GroupBindings bindings, ExistingGroups existing) {
      this.membership = membership;
      this.named = named;
      this.bindings = bindings;
      this.existing = existing;
      this.boundNames = folded(bindings.teams().stream());
      this.takenNames =
          folded(Stream.concat(existing.owned().keySet().stream(), existing.others().stream()));
    }

    NamedGroupPlan plan() {
      membership.named().forEach(this::planOne);
      refuseNamesakes();
      Set<String> owned = new TreeSet<>(existing.owned().keySet());
      owned.removeAll(bindings.teams());
      return new NamedGroupPlan(teams, refused, owned);
    }

    private void planOne(GroupId id) {
      Optional<String> own = existing.ownedBy(id);
      Optional<String> name =
          own.or(() -> Optional.ofNullable(membership.names().get(id)).flatMap(named::teamName));
      if (name.isEmpty()) {
        refused.put(id, Refusal.NAME_UNUSABLE);
      } else if (boundNames.contains(CatalogNames.folded(name.get()))) {
        refused.put(id, Refusal.NAME_BOUND_EXPLICITLY);
      } else if (own.isEmpty() && takenNames.contains(CatalogNames.folded(name.get()))) {
        refused.put(id, Refusal.NAME_TAKEN_BY_ANOTHER_GROUP);
      } else {
        teams.put(id, name.get());
      }
    }

    // Only groups without a Keycloak group of their own are left to clash here.
    private void refuseNamesakes() {
      Map<String, Long> claimants =
          teams.values().stream()
              .collect(Collectors.groupingBy(CatalogNames::folded, Collectors.counting()));
      Map<GroupId, String> unique = new TreeMap<>(teams);
      unique.values().removeIf(name -> claimants.getOrDefault(CatalogNames.folded(name), 0L) > 1);
      teams.keySet().stream()
          .filter(id -> !unique.containsKey(id))
          .forEach(id -> refused.put(id, Refusal.NAME_NOT_UNIQUE));
      teams.keySet().retainAll(unique.keySet());
    }

    private static Set<String> folded(Stream<String> names) {
      return names.map(CatalogNames::folded).collect(Collectors.toSet());
    }
  }
}
