package io.entrabroker.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.Outcome;
import io.entrabroker.claims.GroupId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups that Microsoft Graph listed.
 *
 * @param ids their object ids
 * @param names the display names that came with them
 * @param detail whether names were asked for: Microsoft Graph leaves out what the application has
 *     no permission to see
 */
record GroupList(Set<GroupId> ids, Map<GroupId, String> names, Detail detail) {

  /** What was asked for. */
  enum Detail {
    IDS,
    NAMES
  }

  private static final String TYPE = "@odata.type";
  private static final String GROUP = "#microsoft.graph.group";

  GroupList {
    ids = Set.copyOf(ids);
    names = Map.copyOf(names);
  }

  /** Groups known by id. */
  static GroupList ofIds(Set<GroupId> ids) {
    return new GroupList(ids, Map.of(), Detail.IDS);
  }

  /** Reads a list of ids in one piece. */
  static Outcome<GroupList, GraphFailure> ofIds(JsonNode body) {
    JsonNode values = body.path("value");
    if (!values.isArray() || GraphPages.hasNext(body)) {
      return Outcome.failed(GraphFailure.ODD_ANSWER);
    }
    Set<GroupId> ids = new HashSet<>();
    for (JsonNode value : values) {
      Optional<GroupId> id = id(value);
      if (id.isEmpty()) {
        return Outcome.failed(GraphFailure.ODD_ANSWER);
      }
      ids.add(id.get());
    }
    return Outcome.found(ofIds(ids));
  }

  /** Reads objects of type {@code group}; skips those of other types. */
  static Outcome<GroupList, GraphFailure> ofGroups(List<JsonNode> items, Detail detail) {
    List<JsonNode> groups =
        items.stream().filter(item -> item.path(TYPE).asText(GROUP).equals(GROUP)).toList();
    return read(groups, "id", "displayName", detail);
  }

  /** Reads the groups among objects of type {@code appRoleAssignment}. */
  static Outcome<GroupList, GraphFailure> ofAssignments(List<JsonNode> items) {
    List<JsonNode> groups =
        items.stream().filter(item -> item.path("principalType").asText().equals("Group")).toList();
    return read(groups, "principalId", "principalDisplayName", Detail.NAMES);
  }

  /** Those that are among others. */
  GroupList among(Collection<GroupId> others) {
    Set<GroupId> both = new HashSet<>(ids);
    both.retainAll(others);
    Map<GroupId, String> namesOfBoth = new HashMap<>(names);
    namesOfBoth.keySet().retainAll(both);
    return new GroupList(both, namesOfBoth, detail);
  }

  private static Outcome<GroupList, GraphFailure> read(
      List<JsonNode> items, String idMember, String nameMember, Detail detail) {
    Set<GroupId> ids = new HashSet<>();
    Map<GroupId, String> names = new HashMap<>();
    for (JsonNode item : items) {
      Optional<GroupId> id = id(item.path(idMember));
      JsonNode name = item.path(nameMember);
      boolean nameless = name.isMissingNode() || name.isNull();
      if (id.isEmpty() || !(nameless || name.isTextual())) {
        return Outcome.failed(GraphFailure.ODD_ANSWER);
      }
      ids.add(id.get());
      if (!nameless) {
        names.putIfAbsent(id.get(), name.textValue());
      }
    }
    return Outcome.found(new GroupList(ids, names, detail));
  }

  private static Optional<GroupId> id(JsonNode node) {
    return node.isTextual() ? GroupId.parse(node.textValue()) : Optional.empty();
  }
}
