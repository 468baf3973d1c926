package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an application is inside one tenant: a Graph {@code servicePrincipal}. */
public final class ServicePrincipal extends GraphObject {

  ServicePrincipal(ObjectNode json) {
    super(json);
  }

  @Override
  public String graphType() {
    return "servicePrincipal";
  }

  public String appId() {
    return text("appId").orElse("").toLowerCase(Locale.ROOT);
  }

  /** Whether sign-in to the application is allowed in this tenant. */
  public boolean enabled() {
    return flag("/accountEnabled", Absent.MEANS_TRUE);
  }

  /** The switch "Assignment required?". */
  public boolean assignmentRequired() {
    return flag("/appRoleAssignmentRequired", Absent.MEANS_FALSE);
  }

  /**
   * Whether claims are mapped for the application in this tenant, so that its ID tokens are signed
   * with a key of its own.
   */
  public boolean hasOwnSigningKey() {
    return items("/claimsMappingPolicies").findAny().isPresent();
  }

  /** Whether one of the principals (user, groups) is assigned to the application at all. */
  public boolean assigns(Set<String> principals) {
    return items("/appRoleAssignedTo").anyMatch(one -> isOf(one, principals));
  }

  /** The ids of the app roles that are assigned to one of the principals. */
  public Set<String> rolesOf(Set<String> principals) {
    return items("/appRoleAssignedTo")
        .filter(one -> isOf(one, principals))
        .map(one -> one.path("appRoleId").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The ids of the principals that are assigned to the application. */
  public Set<String> assignedPrincipals() {
    return items("/appRoleAssignedTo")
        .map(one -> one.path("principalId").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The assignments of people, groups and applications, in Graph's shape. */
  public List<ObjectNode> assignments() {
    return items("/appRoleAssignedTo").map(one -> (ObjectNode) one.deepCopy()).toList();
  }

  /** What the admin centre makes on registration; the id depends on tenant and client id only. */
  static void writeImplied(ObjectNode json, String tenantId, String appId) {
    String seed = tenantId + "/" + appId;
    json.put("id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    json.put("appId", appId);
  }

  private static boolean isOf(JsonNode assignment, Set<String> principals) {
    return principals.contains(assignment.path("principalId").asText());
  }
}
