package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.DirectoryRole;
import io.entrabroker.simulator.directory.Group;
import io.entrabroker.simulator.directory.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The groups claim: object ids, or, when there are too many, only the hint that there are.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/optional-claims">Configure
 *     groups optional claims</a>
 */
final class GroupClaims {

  private static final int MOST_IN_JWT = 200;
  private static final int MOST_THROUGH_BROWSER = 5;

  private GroupClaims() {}

  static void addTo(Map<String, Object> claims, Parties parties, IdTokenRequest.Endpoint from) {
    List<Group> groups = groupsOf(parties).toList();
    if (from == IdTokenRequest.Endpoint.AUTHORIZE && groups.size() > MOST_THROUGH_BROWSER) {
      claims.put("hasgroups", true);
    } else if (groups.size() > MOST_IN_JWT) {
      addOverage(claims, parties);
    } else {
      addValues(claims, groups, GroupNames.of(parties.application()));
    }
    addDirectoryRoles(claims, parties);
  }

  private static void addValues(Map<String, Object> claims, List<Group> groups, GroupNames names) {
    List<String> values =
        groups.stream().flatMap(group -> names.valueOf(group).stream()).distinct().toList();
    if (!values.isEmpty()) {
      claims.put(names.emittedAsRoles() ? "roles" : "groups", values);
    }
  }

  /** Tenant-wide administrator roles, by the ids of their templates. */
  private static void addDirectoryRoles(Map<String, Object> claims, Parties parties) {
    Set<String> wanted = parties.application().groupMembershipClaims();
    List<String> templates =
        parties.tenant().allRolesOf(parties.user()).stream()
            .map(DirectoryRole::templateId)
            .toList();
    if (!templates.isEmpty() && (wanted.contains("All") || wanted.contains("DirectoryRole"))) {
      claims.put("wids", templates);
    }
  }

  private static Stream<Group> groupsOf(Parties parties) {
    Set<String> wanted = parties.application().groupMembershipClaims();
    Tenant tenant = parties.tenant();
    if (wanted.contains("All")) {
      return tenant.allGroupsOf(parties.user()).stream();
    }
    if (wanted.contains("SecurityGroup")) {
      return tenant.allGroupsOf(parties.user()).stream().filter(Group::securityEnabled);
    }
    if (wanted.contains("ApplicationGroup")) {
      Set<String> assigned = tenant.servicePrincipal(parties.application()).assignedPrincipals();
      return tenant.directGroupsOf(parties.user()).stream()
          .filter(group -> assigned.contains(group.id()));
    }
    return Stream.of();
  }

  // The address is the one that Entra still writes; its host was switched off long ago.
  private static void addOverage(Map<String, Object> claims, Parties parties) {
    String endpoint =
        "https://graph.windows.net/%s/users/%s/getMemberObjects"
            .formatted(parties.tenant().id(), parties.user().id());
    claims.put("_claim_names", Map.of("groups", "src1"));
    claims.put("_claim_sources", Map.of("src1", Map.of("endpoint", endpoint)));
  }
}
