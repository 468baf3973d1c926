package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The applications of one tenant, what stands for them in it, and what they may do. */
record Registrations(
    String tenantId,
    List<Application> applications,
    List<ServicePrincipal> servicePrincipals,
    ConsentGrants consentGrants) {

  Optional<Application> application(String appId) {
    return applications.stream().filter(app -> app.appId().equalsIgnoreCase(appId)).findFirst();
  }

  Optional<Application> resource(String name) {
    return applications.stream().filter(app -> app.isResource(name)).findFirst();
  }

  ServicePrincipal servicePrincipal(Application application) {
    return servicePrincipal(application.appId()).orElseGet(() -> implied(application));
  }

  Optional<ServicePrincipal> servicePrincipal(String appId) {
    return servicePrincipals.stream()
        .filter(principal -> principal.appId().equalsIgnoreCase(appId))
        .findFirst();
  }

  Set<String> consentedScopes(Application client, User user, String resourceAppId) {
    Optional<String> objectId =
        servicePrincipal(resourceAppId)
            .or(() -> application(resourceAppId).map(this::implied))
            .map(GraphObject::id);
    Set<String> resource =
        Stream.concat(Stream.of(resourceAppId), objectId.stream())
            .collect(Collectors.toUnmodifiableSet());
    return consentGrants.scopes(servicePrincipal(client), user, resource);
  }

  List<String> graphRolesOf(Application client) {
    Set<String> principal = Set.of(servicePrincipal(client).id());
    return servicePrincipal(GraphPermission.GRAPH_APP_ID).stream()
        .flatMap(graph -> graph.rolesOf(principal).stream())
        .flatMap(id -> GraphPermission.application(id).stream())
        .map(GraphPermission::value)
        .sorted()
        .toList();
  }

  private ServicePrincipal implied(Application application) {
    ObjectNode json = application.json().objectNode();
    ServicePrincipal.writeImplied(json, tenantId, application.appId());
    json.put("displayName", application.displayName());
    return new ServicePrincipal(json);
  }
}
