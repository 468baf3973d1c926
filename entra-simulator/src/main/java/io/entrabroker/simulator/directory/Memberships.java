package io.entrabroker.simulator.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in which group, directly and through other groups. */
final class Memberships {

  private final List<Group> groups;

  Memberships(List<Group> groups) {
    this.groups = groups;
  }

  /** The groups that list the person. */
  List<Group> directGroupsOf(User user) {
    return groups.stream().filter(group -> lists(group, user)).toList();
  }

  /** The groups of the person, and the groups that these are in, and so on. */
  List<Group> allGroupsOf(User user) {
    Map<String, Group> found = new LinkedHashMap<>();
    Deque<Group> open = new ArrayDeque<>(directGroupsOf(user));
    while (!open.isEmpty()) {
      Group group = open.remove();
      if (found.putIfAbsent(group.id(), group) == null) {
        groups.stream().filter(outer -> outer.members().contains(group.id())).forEach(open::add);
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean lists(Group group, User user) {
    return group.members().contains(user.id())
        || group.members().stream().anyMatch(user.userPrincipalName()::equalsIgnoreCase);
  }
}
