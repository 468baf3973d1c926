package io.entrabroker.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Microsoft Graph as a fixture describes it: a reason why it does not answer, or the groups of the
 * person, their names, and which groups are assigned to the application.
 */
record FixtureGraph(JsonNode graph) implements GroupSource {

  @Override
  public GroupMembership find(GroupNeeds needs) {
    return answer(needs, ids("memberOf"));
  }

  @Override
  public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
    return answer(needs, members);
  }

  private GroupMembership answer(GroupNeeds needs, Set<GroupId> members) {
    if (graph.isMissingNode()) {
      throw new AssertionError("Graph is asked, and the fixture does not say what it answers");
    }
    if (graph.has("unknown")) {
      return new GroupMembership.Unknown(
          GroupMembership.Reason.valueOf(graph.path("unknown").asText()));
    }
    Set<GroupId> assigned = ids("assigned");
    Set<GroupId> ids = new HashSet<>(members);
    ids.retainAll(needs.decisive(assigned));
    Set<GroupId> named = needs.namedAmong(ids, assigned);
    Map<GroupId, String> names = new HashMap<>();
    needs
        .nameless(named)
        .forEach(id -> names.put(id, graph.path("names").path(id.toString()).asText()));
    return new GroupMembership.Known(ids, named, names);
  }

  private Set<GroupId> ids(String field) {
    Set<GroupId> ids = new HashSet<>();
    graph.path(field).forEach(id -> ids.add(GroupId.parse(id.asText()).orElseThrow()));
    return ids;
  }
}
