package io.entrabroker.graph;

import io.entrabroker.claims.GroupId;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.groups.AbsentClaim;
import io.entrabroker.groups.AccessGate;
import io.entrabroker.groups.ExistingGroups;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupPolicy;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.groups.RoleMap;
import io.entrabroker.groups.Samples;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be known, and a Microsoft Graph that knows it. */
final class GraphScenario {

  static final NamedGroups.None NO_NAMES = new NamedGroups.None();
  static final NamedGroups.Assigned ASSIGNED = new NamedGroups.Assigned(Samples.PREFIX);

  final FakeGraph graph = new FakeGraph();
  private Set<GroupId> bound = Set.of();
  private Map<String, GroupId> owned = Map.of();
  private NamedGroups named = NO_NAMES;
  private GroupScope scope = GroupScope.ALL;
  private GrantedScopes granted = GrantedScopes.unknown();

  GraphScenario memberOf(Set<GroupId> groups) {
    graph.groups.addAll(groups);
    graph.direct.addAll(groups);
    groups.forEach(id -> graph.names.put(id, name(id)));
    return this;
  }

  GraphScenario bound(Set<GroupId> ids) {
    bound = ids;
    return this;
  }

  GraphScenario named(NamedGroups groups) {
    named = groups;
    return this;
  }

  GraphScenario listed(Set<GroupId> ids) {
    return named(new NamedGroups.Listed(Samples.PREFIX, ids));
  }

  GraphScenario assigned(Set<GroupId> ids) {
    ids.forEach(id -> graph.assigned.put(id, name(id)));
    return this;
  }

  GraphScenario scope(GroupScope counting) {
    scope = counting;
    return this;
  }

  GraphScenario granted(String scopes) {
    granted = GrantedScopes.parse(scopes);
    return this;
  }

  GraphScenario owned(Set<GroupId> ids) {
    owned = ids.stream().collect(Collectors.toMap(id -> "entra-" + id, id -> id));
    return this;
  }

  GroupMembership find() {
    return source().find(needs());
  }

  GroupMembership complete(Set<GroupId> inToken) {
    return source().complete(needs(), inToken);
  }

  static String name(GroupId id) {
    return "Group " + id.toString().substring(30);
  }

  GraphGroups source() {
    GraphAccess access =
        new GraphAccess(graph.origin, FakeGraph.CLIENT_ID, new Secret("the token"), granted);
    return new GraphGroups(access, graph, graph, GraphLimits.standard());
  }

  GroupNeeds needs() {
    Map<GroupId, Set<String>> teams =
        bound.stream().collect(Collectors.toMap(id -> id, id -> Set.of("Team " + id)));
    return GroupNeeds.of(
        new GroupPolicy(
            Samples.bindings(teams),
            named,
            RoleMap.none(),
            new AccessGate.Everyone(),
            scope,
            AbsentClaim.MEANS_NONE),
        new ExistingGroups(owned, Set.of()));
  }
}
