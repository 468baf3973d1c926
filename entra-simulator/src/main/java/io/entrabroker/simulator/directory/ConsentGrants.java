package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The tenant's {@code oauth2PermissionGrants}: who consented that an application may act. */
final class ConsentGrants {

  private final List<Grant> grants;

  private ConsentGrants(List<Grant> grants) {
    this.grants = grants;
  }

  static ConsentGrants read(JsonNode array) {
    return new ConsentGrants(
        StreamSupport.stream(array.spliterator(), false).map(Grant::read).toList());
  }

  /**
   * The delegated permissions that an administrator granted for everybody, or the person for
   * themselves.
   *
   * @param resource what the resource is called in grants: object id and client id
   */
  Set<String> scopes(ServicePrincipal client, User user, Set<String> resource) {
    return grants.stream()
        .filter(grant -> grant.covers(client, user) && resource.contains(grant.resourceId()))
        .flatMap(Grant::scopes)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Grant(
      String clientId, String consentType, String principalId, String resourceId, String scope) {

    static Grant read(JsonNode json) {
      return new Grant(
          json.path("clientId").asText(),
          json.path("consentType").asText(),
          json.path("principalId").asText(),
          json.path("resourceId").asText(),
          json.path("scope").asText());
    }

    boolean covers(ServicePrincipal client, User user) {
      return clientId.equals(client.id())
          && (consentType.equals("AllPrincipals") || principalId.equals(user.id()));
    }

    Stream<String> scopes() {
      return Arrays.stream(scope.split("\\s+", -1)).filter(one -> !one.isEmpty());
    }
  }
}
