package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership.Reason;
import java.util.Set;

/** Where membership is asked for when the token does not say. Never throws. */
public interface GroupSource {

  /** Finds out everything: the token says nothing of use. */
  GroupMembership find(GroupNeeds needs);

  /**
   * Finds out what a token that names the groups leaves open: which of them are assigned to the
   * application, and how they are called.
   *
   * @param members the groups that the token names
   */
  GroupMembership complete(GroupNeeds needs, Set<GroupId> members);

  /** Knows nothing, for a reason. */
  static GroupSource silent(Reason reason) {
    return new Silent(reason);
  }

  /** Answers every question in the same way. */
  record Silent(Reason reason) implements GroupSource {
    @Override
    public GroupMembership find(GroupNeeds needs) {
      return new GroupMembership.Unknown(reason);
    }

    @Override
    public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
      return new GroupMembership.Unknown(reason);
    }
  }
}
