package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a tenant's JSON speaks of one person or group.
 *
 * @param tenant may be changed
 * @param id the object id
 * @param names object id and user principal name, lower case
 */
record References(TenantJson tenant, String id, Set<String> names) {

  static References to(ObjectNode object, TenantJson tenant) {
    Set<String> names = new TreeSet<>();
    names.add(lower(object.path("id")));
    names.add(lower(object.path("userPrincipalName")));
    names.remove("");
    return new References(tenant, object.path("id").asText(), names);
  }

  /** No group, role, application or grant speaks of the object any more. */
  void removeAll() {
    memberLists().forEach(this::removeFrom);
    TenantJson.removeIf(tenant.array("groupSeries"), series -> means(series.path("member")));
    for (JsonNode principal : tenant.array("servicePrincipals")) {
      TenantJson.removeIf(
          ((ObjectNode) principal).withArray("/appRoleAssignedTo"),
          assignment -> means(assignment.path("principalId")));
    }
    TenantJson.removeIf(
        tenant.array("oauth2PermissionGrants"), grant -> means(grant.path("principalId")));
  }

  /** Lists that named the object by its user principal name name its object id instead. */
  void becomeIds() {
    for (ArrayNode members : memberLists()) {
      if (removeFrom(members)) {
        members.add(id);
      }
    }
    for (JsonNode series : tenant.array("groupSeries")) {
      if (means(series.path("member"))) {
        ((ObjectNode) series).put("member", id);
      }
    }
  }

  /** Whether the list spoke of the object, which it does no more. */
  boolean removeFrom(ArrayNode members) {
    int before = members.size();
    TenantJson.removeIf(members, this::means);
    return members.size() < before;
  }

  private List<ArrayNode> memberLists() {
    List<ArrayNode> lists = new ArrayList<>();
    for (String containers : List.of("groups", "directoryRoles")) {
      tenant
          .array(containers)
          .forEach(container -> lists.add(((ObjectNode) container).withArray("/members")));
    }
    return lists;
  }

  private boolean means(JsonNode name) {
    return names.contains(lower(name));
  }

  private static String lower(JsonNode text) {
    return text.asText().toLowerCase(Locale.ROOT);
  }
}
