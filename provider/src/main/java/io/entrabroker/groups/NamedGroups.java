package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.claims.GroupId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which Entra groups get a Keycloak group (and so a team) named after them, without a binding. Only
 * groups that an administrator chose, by listing or by assigning them; never just any.
 */
public sealed interface NamedGroups {

  /** No group. */
  record None() implements NamedGroups {
    @Override
    public Set<GroupId> listed() {
      return Set.of();
    }

    @Override
    public Set<GroupId> among(Set<GroupId> ids, Set<GroupId> assigned) {
      return Set.of();
    }

    @Override
    public Optional<String> teamName(String displayName) {
      return Optional.empty();
    }
  }

  /** Groups listed by object id. */
  record Listed(TeamPrefix prefix, Set<GroupId> listed) implements NamedGroups {
    public Listed {
      listed = Set.copyOf(listed);
    }

    @Override
    public Set<GroupId> among(Set<GroupId> ids, Set<GroupId> assigned) {
      return intersection(ids, listed);
    }

    @Override
    public Optional<String> teamName(String displayName) {
      return prefix.teamName(displayName);
    }
  }

  /**
   * The groups assigned to the enterprise application. Verified in Microsoft Graph at every
   * sign-in, also when the token names the groups: what the token names depends on the manifest,
   * and may be any group.
   */
  record Assigned(TeamPrefix prefix) implements NamedGroups {
    @Override
    public Set<GroupId> listed() {
      return Set.of();
    }

    @Override
    public Set<GroupId> among(Set<GroupId> ids, Set<GroupId> assigned) {
      return intersection(ids, assigned);
    }

    @Override
    public Optional<String> teamName(String displayName) {
      return prefix.teamName(displayName);
    }
  }

  /** Reads {@code none}, {@code assigned} or a list of object ids. */
  static Parsed<NamedGroups> parse(String text, TeamPrefix prefix) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("none")) {
      return Parsed.accepted(new None());
    }
    if (word.equals("assigned")) {
      return Parsed.accepted(new Assigned(prefix));
    }
    return GroupIds.parseList(word)
        .fold(
            ids -> Parsed.accepted(new Listed(prefix, ids)),
            problem -> Parsed.refused("Write none, assigned, or object ids. " + problem));
  }

  /** The groups known from the configuration alone. */
  Set<GroupId> listed();

  /** Those of the groups that get a Keycloak group named after them. */
  Set<GroupId> among(Set<GroupId> ids, Set<GroupId> assigned);

  /** The name of the team for a group; empty if there is none, or none that can be used. */
  Optional<String> teamName(String displayName);

  private static Set<GroupId> intersection(Set<GroupId> ids, Set<GroupId> others) {
    Set<GroupId> both = new HashSet<>(ids);
    both.retainAll(others);
    return both;
  }
}
