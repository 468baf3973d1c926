package io.entrabroker.keycloak.idp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.claims.GroupId;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks for groups at the address that the token names under {@code _claim_sources}.
 *
 * @param upstream the way there
 * @param accessToken goes there, too
 * @param claims what the token says
 */
record ClaimSource(Upstream upstream, Secret accessToken, Supplier<EntraClaims> claims)
    implements GroupSource {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public GroupMembership find(GroupNeeds needs) {
    JsonNode sources = JSON.valueToTree(claims.get().values().get("_claim_sources"));
    String endpoint = sources.at("/src1/endpoint").asText();
    UpstreamRequest request =
        UpstreamRequest.get(URI.create(endpoint))
            .with(Map.of("Authorization", "Bearer " + accessToken.reveal()));
    if (!(upstream.send(request) instanceof UpstreamAnswer.Answered answered)) {
      return new GroupMembership.Unknown(Reason.GRAPH_DOWN);
    }
    Set<GroupId> members = new HashSet<>();
    for (JsonNode id : answered.json().path("value")) {
      needs.ids().stream()
          .filter(needed -> needed.toString().equals(id.asText()))
          .forEach(members::add);
    }
    return GroupMembership.Known.of(members);
  }

  @Override
  public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
    return find(needs);
  }
}
