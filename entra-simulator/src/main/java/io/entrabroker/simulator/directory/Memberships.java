package io.entrabroker.simulator.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in which group and has which directory role, directly and through other groups. */
final class Memberships {

  private final MemberIndex<Group> groups;
  private final MemberIndex<DirectoryRole> roles;

  Memberships(List<User> users, List<Group> groups, List<DirectoryRole> roles) {
    Map<String, String> ids =
        users.stream()
            .collect(
                Collectors.toMap(
                    user -> user.userPrincipalName().toLowerCase(Locale.ROOT),
                    user -> user.id().toLowerCase(Locale.ROOT),
                    (first, second) -> first));
    this.groups = new MemberIndex<>(groups, Group::members, ids);
    this.roles = new MemberIndex<>(roles, DirectoryRole::members, ids);
  }

  /** The groups that list the person. */
  List<Group> directGroupsOf(User user) {
    return List.copyOf(groups.listing(user.id()));
  }

  /** The groups of the person, and the groups that these are in, and so on. */
  List<Group> allGroupsOf(User user) {
    Map<String, Group> found = new LinkedHashMap<>();
    Deque<Group> open = new ArrayDeque<>(groups.listing(user.id()));
    while (!open.isEmpty()) {
      Group group = open.remove();
      if (found.putIfAbsent(group.id(), group) == null) {
        open.addAll(groups.listing(group.id()));
      }
    }
    return List.copyOf(found.values());
  }

  /** The directory roles that list the person. */
  List<DirectoryRole> directRolesOf(User user) {
    return List.copyOf(roles.listing(user.id()));
  }

  /** The directory roles of the person and of the person's groups. */
  List<DirectoryRole> allRolesOf(User user) {
    Set<DirectoryRole> found = new LinkedHashSet<>(roles.listing(user.id()));
    allGroupsOf(user).forEach(group -> found.addAll(roles.listing(group.id())));
    return List.copyOf(found);
  }
}
