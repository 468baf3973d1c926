package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The tenant's {@code oauth2PermissionGrants}: who consented that an application may act. */
public final class ConsentGrants {

  private final List<Grant> grants;

  private ConsentGrants(List<Grant> grants) {
    this.grants = grants;
  }

  static ConsentGrants read(JsonNode array) {
    return new ConsentGrants(
        StreamSupport.stream(array.spliterator(), false).map(Grant::read).toList());
  }

  /**
   * Whether an administrator consented for everybody, or the person for themselves.
   *
   * <p>Scopes are not compared: any grant counts for all delegated permissions.
   */
  public boolean cover(ServicePrincipal client, User user) {
    return grants.stream().anyMatch(grant -> grant.covers(client, user));
  }

  private record Grant(String clientId, String consentType, String principalId) {

    static Grant read(JsonNode json) {
      return new Grant(
          json.path("clientId").asText(),
          json.path("consentType").asText(),
          json.path("principalId").asText());
    }

    boolean covers(ServicePrincipal client, User user) {
      return clientId.equals(client.id())
          && (consentType.equals("AllPrincipals") || principalId.equals(user.id()));
    }
  }
}
