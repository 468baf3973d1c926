package io.entrabroker.simulator.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what lists an object as its direct member, without looking at everything each time.
 *
 * @param <T> what has members
 */
final class MemberIndex<T> {

  private final Map<String, List<T>> byMember = new HashMap<>();

  /**
   * @param members object ids and user principal names, in any case
   * @param ids the object ids of people by lower-case user principal name
   */
  MemberIndex(List<T> containers, Function<T, List<String>> members, Map<String, String> ids) {
    for (T container : containers) {
      Set<String> listed = new LinkedHashSet<>();
      for (String member : members.apply(container)) {
        String key = member.toLowerCase(Locale.ROOT);
        listed.add(ids.getOrDefault(key, key));
      }
      listed.forEach(
          member -> byMember.computeIfAbsent(member, id -> new ArrayList<>()).add(container));
    }
  }

  /** In the order of the file. */
  List<T> listing(String objectId) {
    return byMember.getOrDefault(objectId.toLowerCase(Locale.ROOT), List.of());
  }
}
