package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which memberships count: what "Groups" are in the app registration's token configuration.
 *
 * <p>Microsoft Graph knows nothing of that configuration; with more groups than fit into a token it
 * has to be applied again to what Graph answers.
 */
public enum GroupScope {
  /** Every group that the person is in, directly or through another group. */
  ALL {
    @Override
    Set<GroupId> within(Set<GroupId> ids, Set<GroupId> assigned) {
      return ids;
    }
  },
  /**
   * "Groups assigned to the application": only groups that are assigned themselves, and only people
   * who are in them directly.
   */
  ASSIGNED {
    @Override
    Set<GroupId> within(Set<GroupId> ids, Set<GroupId> assigned) {
      Set<GroupId> within = new HashSet<>(ids);
      within.retainAll(assigned);
      return within;
    }
  };

  /** Those of the groups that can count, given the groups that are assigned. */
  abstract Set<GroupId> within(Set<GroupId> ids, Set<GroupId> assigned);
}
