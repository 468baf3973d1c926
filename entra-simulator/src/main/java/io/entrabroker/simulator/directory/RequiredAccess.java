package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The delegated permissions that a manifest lists: what {@code .default} asks consent for. */
public final class RequiredAccess {

  private RequiredAccess() {}

  /** The names of the permissions of Microsoft Graph; one that is not known here is left out. */
  public static Set<String> ofGraph(Application client) {
    return scopeIds(client, GraphPermission.GRAPH_APP_ID)
        .flatMap(id -> GraphPermission.delegated(id).map(GraphPermission::value).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The names of the permissions of an API of the tenant. */
  public static Set<String> of(Application client, Application api) {
    return scopeIds(client, api.appId())
        .flatMap(id -> name(api, id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> name(Application api, String id) {
    return api.items("/api/oauth2PermissionScopes")
        .filter(scope -> scope.path("id").asText().equals(id))
        .map(scope -> scope.path("value").asText())
        .findFirst();
  }

  private static Stream<String> scopeIds(Application client, String resourceAppId) {
    return client
        .items("/requiredResourceAccess")
        .filter(access -> access.path("resourceAppId").asText().equalsIgnoreCase(resourceAppId))
        .flatMap(access -> items(access.path("resourceAccess")))
        .filter(access -> access.path("type").asText().equals("Scope"))
        .map(access -> access.path("id").asText());
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
