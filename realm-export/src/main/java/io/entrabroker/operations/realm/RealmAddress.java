package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One realm in the admin API.
 *
 * @param admin the admin API
 * @param realm its name
 */
record RealmAddress(AdminApi admin, String realm) {
  private static final int NOT_FOUND = 404;
  private static final String ID = "id";

  /** What is there. */
  JsonNode get(String... path) {
    return admin.get(address(List.of(path), Map.of()));
  }

  JsonNode get(Map<String, String> query, String... path) {
    return admin.get(address(List.of(path), query));
  }

  /** What is there; a missing node if there is nothing. */
  JsonNode find(String... path) {
    String address = address(List.of(path), Map.of());
    AdminAnswer answer = admin.send("GET", address);
    if (answer.status() == NOT_FOUND) {
      return MissingNode.getInstance();
    }
    return answer.isSuccess() ? answer.body() : admin.get(address);
  }

  String address(List<String> path, Map<String, String> query) {
    String rest =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return "/"
        + encoded(realm)
        + path.stream().map(part -> "/" + encoded(part)).collect(Collectors.joining())
        + (rest.isEmpty() ? "" : "?" + rest);
  }

  /** The client of this client id; a missing node if there is none. */
  JsonNode client(String clientId) {
    return Nodes.named(get(Map.of("clientId", clientId), "clients"), "clientId", clientId);
  }

  /**
   * The id of something.
   *
   * @throws KeycloakProblem if it is not there
   */
  String id(Ref ref) {
    String id = lookedUp(ref).path(ID).asText();
    if (id.isEmpty()) {
      throw new KeycloakProblem("The realm has no " + ref.kind() + " " + ref.name() + ".");
    }
    return id;
  }

  private JsonNode lookedUp(Ref ref) {
    String name = ref.name();
    if (ref.kind() == Ref.Kind.CLIENT) {
      return client(name);
    }
    if (ref.kind() == Ref.Kind.CLIENT_SCOPE) {
      return Nodes.named(get("client-scopes"), "name", name);
    }
    if (ref.kind() == Ref.Kind.FLOW) {
      return Nodes.named(get("authentication", "flows"), "alias", name);
    }
    return ref.kind() == Ref.Kind.REALM_ROLE
        ? find("roles", name)
        : find("clients", id(Ref.client(ref.owner())), "roles", name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
