package io.entrabroker.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.Outcome;
import io.entrabroker.claims.GroupId;
import io.entrabroker.graph.GroupList.Detail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions about groups that Microsoft Graph answers, one method each.
 *
 * <p>Permissions, all delegated: {@code User.Read} for {@link #objects} and for ids by page; {@code
 * GroupMember.Read.All} for {@link #check}, {@link #groups} and names by page; {@code
 * Directory.Read.All} for {@link #names}; {@code Application.Read.All} for {@link #assigned}.
 */
final class GroupQuestions {

  /** Groups in one check. */
  static final int CHECKED_AT_ONCE = 20;

  /** Objects by id in one call. */
  static final int OBJECTS_AT_ONCE = 1000;

  // A cast in the path is an advanced query, which needs both $count and this header:
  // https://learn.microsoft.com/graph/aad-advanced-queries
  private static final Map<String, String> ADVANCED = Map.of("ConsistencyLevel", "eventual");

  private final GraphAccess access;
  private final GraphCalls calls;
  private final GraphPages pages;

  GroupQuestions(GraphAccess access, GraphCalls calls) {
    this.access = access;
    this.calls = calls;
    this.pages = new GraphPages(calls, access.prefix());
  }

  /** Whether {@link #check} and {@link #groups} would be refused: a call that need not be made. */
  boolean groupsAreOutOfReach() {
    return access.granted().excludeGroups();
  }

  /** Which of these groups the person is in, directly or not: a call for every 20. */
  Outcome<GroupList, GraphFailure> check(Set<GroupId> ids) {
    Set<GroupId> found = new HashSet<>();
    for (List<GroupId> batch : batches(ids, CHECKED_AT_ONCE)) {
      ObjectNode body = object();
      body.set("groupIds", array(batch));
      Outcome<GroupList, GraphFailure> answer =
          calls.send(access.post("me/checkMemberGroups", body)).then(GroupList::ofIds);
      if (!(answer instanceof Outcome.Found<GroupList, GraphFailure> list)) {
        return answer;
      }
      found.addAll(list.value().among(batch).ids());
    }
    return Outcome.found(GroupList.ofIds(found));
  }

  /** All groups that the person is in, directly or not: a call; 11,000 groups at most. */
  Outcome<GroupList, GraphFailure> groups() {
    return all("me/getMemberGroups");
  }

  /** The same among directory roles and administrative units; asks for less permission. */
  Outcome<GroupList, GraphFailure> objects() {
    return all("me/getMemberObjects");
  }

  /** All groups that the person is in, directly or not: a call for every 999. */
  Outcome<GroupList, GraphFailure> byPage(Detail detail) {
    return memberships("transitiveMemberOf", detail);
  }

  /** All groups that the person is in directly: a call for every 999. */
  Outcome<GroupList, GraphFailure> directByPage(Detail detail) {
    return memberships("memberOf", detail);
  }

  /** The groups assigned to the application: a call for every 999 assignments, also of people. */
  Outcome<GroupList, GraphFailure> assigned() {
    String query = "?$select=principalId,principalType,principalDisplayName&$top=999";
    String path = "servicePrincipals(appId='" + access.clientId() + "')/appRoleAssignedTo" + query;
    return pages
        .read(access.get(path, Map.of()))
        .then(GroupList::ofAssignments)
        .orElse(failure -> Outcome.failed(failure.ofAssignments()));
  }

  /** The names of these groups: a call for every 1,000. */
  Outcome<GroupList, GraphFailure> names(Set<GroupId> ids) {
    Map<GroupId, String> names = new HashMap<>();
    for (List<GroupId> batch : batches(ids, OBJECTS_AT_ONCE)) {
      ObjectNode body = object();
      body.set("ids", array(batch));
      body.set("types", JsonNodeFactory.instance.arrayNode().add("group"));
      Outcome<GroupList, GraphFailure> answer =
          pages
              .read(access.post("directoryObjects/getByIds", body))
              .then(items -> GroupList.ofGroups(items, Detail.NAMES));
      if (!(answer instanceof Outcome.Found<GroupList, GraphFailure> list)) {
        return answer;
      }
      names.putAll(list.value().names());
    }
    return Outcome.found(new GroupList(names.keySet(), names, Detail.NAMES));
  }

  private Outcome<GroupList, GraphFailure> all(String path) {
    ObjectNode body = object();
    body.put("securityEnabledOnly", false);
    return calls.send(access.post(path, body)).then(GroupList::ofIds);
  }

  private Outcome<GroupList, GraphFailure> memberships(String relation, Detail detail) {
    String select = detail == Detail.NAMES ? "id,displayName" : "id";
    String query = "?$select=" + select + "&$top=999&$count=true";
    return pages
        .read(access.get("me/" + relation + "/microsoft.graph.group" + query, ADVANCED))
        .then(items -> GroupList.ofGroups(items, detail));
  }

  private static List<List<GroupId>> batches(Set<GroupId> ids, int size) {
    List<GroupId> sorted = List.copyOf(new TreeSet<>(ids));
    List<List<GroupId>> batches = new ArrayList<>();
    for (int start = 0; start < sorted.size(); start += size) {
      batches.add(sorted.subList(start, Math.min(start + size, sorted.size())));
    }
    return batches;
  }

  private static ArrayNode array(Collection<GroupId> ids) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ids.forEach(id -> array.add(id.toString()));
    return array;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
