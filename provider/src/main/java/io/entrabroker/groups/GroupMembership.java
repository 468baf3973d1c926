package io.entrabroker.groups;

import io.entrabroker.claims.GroupId;
import java.util.Map;
import java.util.Set;

/** Whether it is known which of the groups that decide something a person is in. */
public sealed interface GroupMembership {

  /**
   * It is known.
   *
   * @param ids the groups that the person is in, among those that decide something
   * @param named those of them that are to have a Keycloak group named after them
   * @param names the display names of those of {@code named} that have none yet
   */
  record Known(Set<GroupId> ids, Set<GroupId> named, Map<GroupId, String> names)
      implements GroupMembership {
    public Known {
      ids = Set.copyOf(ids);
      named = Set.copyOf(named);
      names = Map.copyOf(names);
    }

    /** Membership where no names matter. */
    public static Known of(Set<GroupId> ids) {
      return new Known(ids, Set.of(), Map.of());
    }

    /** Shows ids only: groups' names do not belong in a log. */
    @Override
    public String toString() {
      return "Known[ids=" + ids + ", named=" + named + "]";
    }
  }

  /** It is not known: nothing is joined, left, granted or revoked for a group's sake. */
  record Unknown(Reason reason) implements GroupMembership {}

  /** Why membership is unknown. */
  enum Reason {
    /** Microsoft Graph has to be asked, and there is no access token to ask it with. */
    NO_ACCESS_TOKEN,
    /** Microsoft Graph cannot be reached, or answers that it is out of order. */
    GRAPH_DOWN,
    /** Microsoft Graph asks to wait for longer than a sign-in can. */
    THROTTLED,
    /** The application lacks the permission (User.Read; GroupMember.Read.All for names). */
    NO_PERMISSION,
    /** The answer took longer than a sign-in can wait. */
    TOO_SLOW,
    /** The answer has a shape that Microsoft does not document. */
    ODD_ANSWER,
    /** The person is in more groups than are read page by page. */
    TOO_MANY_GROUPS,
    /** Which groups are assigned to the application cannot be read (Application.Read.All). */
    ASSIGNMENTS_UNREADABLE
  }
}
