package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes of groups, which are named by their object ids, and of who is in them. */
public final class GroupChange {

  private GroupChange() {}

  /** Another name; the object id and the members stay. */
  public static DirectoryChange rename(String groupId, String displayName) {
    return root ->
        TenantJson.withGroup(root, groupId).group(groupId).put("displayName", displayName);
  }

  /** One more security group in the tenant of its first member. */
  public static DirectoryChange add(String groupId, String displayName, String... members) {
    return root -> {
      TenantJson tenant =
          members.length == 0
              ? TenantJson.of(root).get(0)
              : TenantJson.withPrincipal(root, members[0]);
      ObjectNode group = tenant.array("groups").addObject();
      group.put("id", groupId).put("displayName", displayName);
      group.put("mailEnabled", false).put("securityEnabled", true).putArray("groupTypes");
      ArrayNode list = group.putArray("members");
      for (String member : members) {
        list.add(tenant.principal(member).path("id").asText());
      }
    };
  }

  /** Many groups of one person. */
  public static DirectoryChange addSeries(GroupSeries series) {
    return root -> {
      TenantJson tenant = TenantJson.withPrincipal(root, series.member());
      series.writeTo(tenant.array("groupSeries").addObject());
    };
  }

  /** The person or group is a direct member from now on. */
  public static DirectoryChange addMember(String groupId, String who) {
    return root -> {
      TenantJson tenant = TenantJson.withGroup(root, groupId);
      tenant.group(groupId).withArray("/members").add(tenant.principal(who).path("id").asText());
    };
  }

  /** The person or group is no direct member any more; nothing changes if it was none. */
  public static DirectoryChange removeMember(String groupId, String who) {
    return root -> {
      TenantJson tenant = TenantJson.withGroup(root, groupId);
      References.to(tenant.principal(who), tenant)
          .removeFrom(tenant.group(groupId).withArray("/members"));
    };
  }

  /** The group is gone, from other groups and from applications, too. */
  public static DirectoryChange delete(String groupId) {
    return root -> {
      TenantJson tenant = TenantJson.withGroup(root, groupId);
      ObjectNode group = tenant.group(groupId);
      References.to(group, tenant).removeAll();
      TenantJson.removeIf(
          tenant.array("groups"), other -> other.path("id").equals(group.path("id")));
    };
  }
}
