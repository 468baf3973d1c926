package io.entrabroker.groups;

import io.entrabroker.groups.GroupMembership.Known;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which teams a person joins and leaves at a sign-in. Groups that somebody else put the person in
 * are left alone.
 *
 * @param join names of teams
 * @param leave names of teams
 */
public record MembershipPlan(Set<String> join, Set<String> leave) {

  public MembershipPlan {
    join = Collections.unmodifiableSet(new TreeSet<>(join));
    leave = Collections.unmodifiableSet(new TreeSet<>(leave));
  }

  /** Nothing changes. */
  public static MembershipPlan nothing() {
    return new MembershipPlan(Set.of(), Set.of());
  }

  /**
   * Compares what is with what should be. Unknown membership changes nothing.
   *
   * @param current the names of the top-level groups that the person is in
   * @param joined those of them that an earlier sign-in joined: they are left even if no binding
   *     knows them any more
   * @param bindings which groups are which teams
   * @param named what became of groups that are teams under their own name
   */
  public static MembershipPlan between(
      Set<String> current,
      Set<String> joined,
      GroupMembership membership,
      GroupBindings bindings,
      NamedGroupPlan named) {
    if (!(membership instanceof Known known)) {
      return nothing();
    }
    Set<String> wanted = new TreeSet<>(bindings.teamsOf(known.ids()));
    wanted.addAll(named.teams().values());
    Set<String> ours = new TreeSet<>(bindings.teams());
    ours.addAll(named.owned());
    ours.addAll(joined);
    Set<String> join = new TreeSet<>(wanted);
    join.removeAll(current);
    Set<String> leave = new TreeSet<>(current);
    leave.retainAll(ours);
    leave.removeAll(wanted);
    return new MembershipPlan(join, leave);
  }
}
