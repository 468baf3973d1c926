package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import io.entrabroker.claims.GroupsClaim;
import io.entrabroker.groups.GroupMembership.Known;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Decides which groups a person is in, and asks only if the token leaves something open. */
public final class MembershipReading {

  private MembershipReading() {}

  /**
   * Reads membership.
   *
   * @param claim what the token says
   * @param needs what has to be known
   * @param absent what it means that the token says nothing
   * @param source who is asked; {@link GroupSource#silent} if there is nobody to ask
   */
  public static GroupMembership of(
      GroupsClaim claim, GroupNeeds needs, AbsentClaim absent, GroupSource source) {
    if (needs.isEmpty()) {
      return Known.of(Set.of());
    }
    if (claim instanceof GroupsClaim.Inline inline) {
      return ofInline(inline.ids(), needs, source);
    }
    return claim instanceof GroupsClaim.NotIssued && absent == AbsentClaim.MEANS_NONE
        ? Known.of(Set.of())
        : source.find(needs);
  }

  // With the scope ASSIGNED, too, the ids are taken as they stand: Entra has filtered them.
  private static GroupMembership ofInline(
      Set<GroupId> members, GroupNeeds needs, GroupSource source) {
    // Any group may turn out to be assigned, so that all of them count as candidates for now.
    Set<GroupId> candidates = needs.namedAmong(members, members);
    boolean asks =
        needs.namesAssignedGroups() ? !candidates.isEmpty() : !needs.nameless(candidates).isEmpty();
    if (asks) {
      return source.complete(needs, members);
    }
    Set<GroupId> ids = new HashSet<>(members);
    ids.retainAll(needs.ids());
    return new Known(ids, candidates, Map.of());
  }
}
