package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The top-level groups that the realm has.
 *
 * @param owned by name, those that were created for an Entra group, and for which one
 * @param others the names of all others
 */
public record ExistingGroups(Map<String, GroupId> owned, Set<String> others) {

  public ExistingGroups {
    owned = Collections.unmodifiableMap(new TreeMap<>(owned));
    others = Set.copyOf(others);
  }

  /** The realm has no group. */
  public static ExistingGroups none() {
    return new ExistingGroups(Map.of(), Set.of());
  }

  /** The Entra groups that have a Keycloak group of their own. */
  Set<GroupId> owners() {
    return Set.copyOf(owned.values());
  }

  /** The Keycloak group created for an Entra group; should there be several, always the same. */
  Optional<String> ownedBy(GroupId id) {
    return owned.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
