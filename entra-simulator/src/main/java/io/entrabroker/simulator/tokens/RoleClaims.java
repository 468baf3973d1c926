package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.AppRole;
import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Group;
import io.entrabroker.simulator.directory.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claim {@code roles}: values of the app roles that are assigned; left out if there are none.
 */
final class RoleClaims {

  private RoleClaims() {}

  /**
   * Roles of the person: assigned directly, or to a group that lists the person directly. None if
   * groups are emitted as roles.
   */
  static void addTo(Map<String, Object> claims, Parties parties) {
    Tenant tenant = parties.tenant();
    if (GroupNames.of(parties.application()).emittedAsRoles()) {
      return;
    }
    Set<String> principals =
        Stream.concat(
                Stream.of(parties.user().id()),
                tenant.directGroupsOf(parties.user()).stream().map(Group::id))
            .collect(Collectors.toUnmodifiableSet());
    add(claims, tenant, parties.application(), principals);
  }

  /** Roles of an application acting by itself. */
  static void addTo(
      Map<String, Object> claims, Tenant tenant, Application client, Application resource) {
    add(claims, tenant, resource, Set.of(tenant.servicePrincipal(client).id()));
  }

  private static void add(
      Map<String, Object> claims, Tenant tenant, Application owner, Set<String> principals) {
    Set<String> assigned = tenant.servicePrincipal(owner).rolesOf(principals);
    List<String> values =
        owner.appRoles().stream()
            .filter(role -> assigned.contains(role.id()))
            .map(AppRole::value)
            .toList();
    if (!values.isEmpty()) {
      claims.put("roles", values);
    }
  }
}
