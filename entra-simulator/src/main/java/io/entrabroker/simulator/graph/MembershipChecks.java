package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.DirectoryRole;
import io.entrabroker.simulator.directory.Group;
import io.entrabroker.simulator.directory.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions that answer ids only; all of them follow groups in groups. */
final class MembershipChecks {

  private static final int MOST_TO_CHECK = 20;
  private static final int MOST_IN_ANSWER = 11_000;

  private MembershipChecks() {}

  /**
   * {@code checkMemberGroups}: which of some groups the person is in.
   *
   * @see <a href="https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups">
   *     directoryObject: checkMemberGroups</a>
   */
  static GraphAnswer checkMemberGroups(Subject subject, GraphRequest request) {
    Access.toMemberGroups(subject.caller(), subject.user());
    List<String> asked = Ids.required(GraphJson.body(request), "groupIds", MOST_TO_CHECK);
    Set<String> own =
        groups(subject, Which.ALL).stream()
            .map(id -> id.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return GraphJson.texts(
        request, asked.stream().filter(id -> own.contains(id.toLowerCase(Locale.ROOT))).toList());
  }

  /**
   * {@code getMemberGroups}: all groups.
   *
   * @see <a href="https://learn.microsoft.com/graph/api/directoryobject-getmembergroups">
   *     directoryObject: getMemberGroups</a>
   */
  static GraphAnswer getMemberGroups(Subject subject, GraphRequest request) {
    Access.toMemberGroups(subject.caller(), subject.user());
    return limited(groups(subject, which(request)), request);
  }

  /**
   * {@code getMemberObjects}: all groups and directory roles.
   *
   * @see <a href="https://learn.microsoft.com/graph/api/directoryobject-getmemberobjects">Get
   *     member objects</a>
   */
  static GraphAnswer getMemberObjects(Subject subject, GraphRequest request) {
    Access.toMemberObjects(subject.caller(), subject.user());
    Which which = which(request);
    List<String> ids = new ArrayList<>(groups(subject, which));
    if (which == Which.ALL) {
      Tenant tenant = subject.caller().tenant();
      tenant.allRolesOf(subject.user()).stream().map(DirectoryRole::id).forEach(ids::add);
    }
    return limited(ids, request);
  }

  private static List<String> groups(Subject subject, Which which) {
    return subject.caller().tenant().allGroupsOf(subject.user()).stream()
        .filter(group -> which == Which.ALL || group.securityEnabled())
        .map(Group::id)
        .toList();
  }

  private static GraphAnswer limited(List<String> ids, GraphRequest request) {
    if (ids.size() > MOST_IN_ANSWER) {
      throw new GraphException(
          400,
          "Directory_ResultSizeLimitExceeded",
          "The specified query returned more results than the allowed maximum.");
    }
    return GraphJson.texts(request, ids);
  }

  private static Which which(GraphRequest request) {
    ObjectNode body = GraphJson.body(request);
    JsonNode securityEnabledOnly = body.path("securityEnabledOnly");
    if (!securityEnabledOnly.isBoolean()) {
      throw GraphException.badRequest("Parameter securityEnabledOnly must be true or false.");
    }
    return securityEnabledOnly.booleanValue() ? Which.SECURITY_GROUPS : Which.ALL;
  }

  private enum Which {
    ALL,
    SECURITY_GROUPS
  }
}
