package io.entrabroker.graph;

import io.entrabroker.Outcome;
import io.entrabroker.claims.GroupId;
import io.entrabroker.graph.GroupList.Detail;
import io.entrabroker.groups.GroupMembership.Known;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which questions answer what has to be known; see the table at {@link GraphGroups}.
 *
 * @param needs what has to be known
 * @param questions asks
 */
record GroupInquiry(GroupNeeds needs, GroupQuestions questions) {

  /** More than 11,000 groups are 12 pages of 999: up to here, checks are fewer calls than pages. */
  private static final int CHECKED_RATHER_THAN_PAGED = 12 * GroupQuestions.CHECKED_AT_ONCE;

  private static final GroupList NO_GROUPS = GroupList.ofIds(Set.of());

  Outcome<Known, GraphFailure> find() {
    return needs.dependOnAssignments() ? questions.assigned().then(this::find) : find(NO_GROUPS);
  }

  Outcome<Known, GraphFailure> complete(Set<GroupId> members) {
    GroupList inToken = GroupList.ofIds(members);
    return needs.namesAssignedGroups()
        ? questions
            .assigned()
            .then(assigned -> known(inToken.among(needs.decisive(assigned.ids())), assigned))
        : known(inToken.among(needs.ids()), NO_GROUPS);
  }

  private Outcome<Known, GraphFailure> find(GroupList assigned) {
    Set<GroupId> decisive = needs.decisive(assigned.ids());
    if (decisive.isEmpty()) {
      return Outcome.found(Known.of(Set.of()));
    }
    Detail detail = nameless(decisive, assigned).isEmpty() ? Detail.IDS : Detail.NAMES;
    Outcome<GroupList, GraphFailure> members =
        needs.scope() == GroupScope.ASSIGNED
            ? questions.directByPage(detail)
            : quick(decisive).orElse(failure -> slow(failure, detail));
    return members.then(list -> known(list.among(decisive), assigned));
  }

  private Outcome<GroupList, GraphFailure> quick(Set<GroupId> decisive) {
    if (questions.groupsAreOutOfReach()) {
      return questions.objects();
    }
    return decisive.size() <= GroupQuestions.CHECKED_AT_ONCE
        ? questions.check(decisive).orElse(this::modest)
        : questions.groups().orElse(failure -> insteadOfGroups(failure, decisive));
  }

  private Outcome<GroupList, GraphFailure> insteadOfGroups(
      GraphFailure failure, Set<GroupId> decisive) {
    if (failure != GraphFailure.RESULT_TOO_LARGE) {
      return modest(failure);
    }
    return decisive.size() <= CHECKED_RATHER_THAN_PAGED
        ? questions.check(decisive)
        : Outcome.failed(failure);
  }

  private Outcome<GroupList, GraphFailure> modest(GraphFailure failure) {
    return failure.concernsTheQuestion() ? questions.objects() : Outcome.failed(failure);
  }

  private Outcome<GroupList, GraphFailure> slow(GraphFailure failure, Detail detail) {
    return failure.concernsTheQuestion() ? questions.byPage(detail) : Outcome.failed(failure);
  }

  private Outcome<Known, GraphFailure> known(GroupList members, GroupList assigned) {
    Set<GroupId> named = needs.namedAmong(members.ids(), assigned.ids());
    Map<GroupId, String> names = new HashMap<>(assigned.names());
    names.putAll(members.names());
    Set<GroupId> wanted = needs.nameless(named);
    names.keySet().retainAll(wanted);
    Set<GroupId> missing = new HashSet<>(wanted);
    missing.removeAll(names.keySet());
    return missingNames(missing, members.detail())
        .then(
            found -> {
              names.putAll(found.among(missing).names());
              return names.keySet().containsAll(wanted)
                  ? Outcome.found(new Known(members.ids(), named, names))
                  : Outcome.failed(GraphFailure.FORBIDDEN);
            });
  }

  // A name that was asked for by page and has not come does not come by id either.
  private Outcome<GroupList, GraphFailure> missingNames(Set<GroupId> missing, Detail asked) {
    if (missing.isEmpty() || asked == Detail.NAMES) {
      return Outcome.found(NO_GROUPS);
    }
    return questions.names(missing).orElse(failure -> slow(failure, Detail.NAMES));
  }

  private Set<GroupId> nameless(Set<GroupId> decisive, GroupList assigned) {
    Set<GroupId> named = needs.namedAmong(decisive, assigned.ids());
    Set<GroupId> nameless = new HashSet<>(needs.nameless(named));
    nameless.removeAll(assigned.names().keySet());
    return nameless;
  }
}
