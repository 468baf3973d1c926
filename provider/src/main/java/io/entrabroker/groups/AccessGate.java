package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership.Known;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** Who of the tenant is let in. Decided before a user is created and again at every sign-in. */
public sealed interface AccessGate {

  /** Whether a person is let in. Only the first answer opens the gate. */
  enum Decision {
    ADMITTED,
    REFUSED,
    /** It depends on groups, and membership is unknown. */
    UNKNOWN
  }

  /** Everyone. */
  record Everyone() implements AccessGate {
    @Override
    public Set<GroupId> groups() {
      return Set.of();
    }

    @Override
    public Decision decide(Set<String> appRoles, GroupMembership membership, RoleMap roles) {
      return Decision.ADMITTED;
    }
  }

  /** Whoever has an app role or is in a group that gives a role of the catalog. */
  record MappedRole() implements AccessGate {
    @Override
    public Set<GroupId> groups() {
      return Set.of();
    }

    @Override
    public Decision decide(Set<String> appRoles, GroupMembership membership, RoleMap roles) {
      return roles.appRoles().rolesOf(appRoles).isEmpty()
          ? inOneOf(roles.groupRoles().ids(), membership)
          : Decision.ADMITTED;
    }
  }

  /** Whoever is in one of these groups. */
  record Groups(Set<GroupId> groups) implements AccessGate {
    public Groups {
      groups = Set.copyOf(groups);
    }

    @Override
    public Decision decide(Set<String> appRoles, GroupMembership membership, RoleMap roles) {
      return inOneOf(groups, membership);
    }
  }

  /** Reads {@code everyone}, {@code mapped-role} or a list of object ids of groups. */
  static Parsed<AccessGate> parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("everyone")) {
      return Parsed.accepted(new Everyone());
    }
    if (word.equals("mapped-role")) {
      return Parsed.accepted(new MappedRole());
    }
    return GroupIds.parseList(word)
        .fold(
            ids -> Parsed.accepted(new Groups(ids)),
            problem ->
                Parsed.refused("Write everyone, mapped-role, or object ids of groups. " + problem));
  }

  /** The groups that this gate itself asks for. */
  Set<GroupId> groups();

  /**
   * Decides.
   *
   * @param appRoles the app role values in the token
   * @param membership the person's groups
   * @param roles what gives which role
   */
  Decision decide(Set<String> appRoles, GroupMembership membership, RoleMap roles);

  private static Decision inOneOf(Set<GroupId> groups, GroupMembership membership) {
    if (groups.isEmpty()) {
      return Decision.REFUSED;
    }
    if (!(membership instanceof Known known)) {
      return Decision.UNKNOWN;
    }
    return Collections.disjoint(groups, known.ids()) ? Decision.REFUSED : Decision.ADMITTED;
  }
}
