package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.util.Arrays;
import java.util.Map;

/** Reads from the admin API what a plan has to know of a realm. Changes nothing. */
public final class RealmReader {
  private static final String CLIENTS = "clients";
  private static final String SCOPES = "client-scopes";
  private static final String ROLES = "roles";
  private static final String FLOWS = "flows";
  private static final String MAPPINGS = "scope-mappings";
  private static final String NAME = "name";
  private static final String ID = "id";

  private final RealmAddress realm;
  private final DesiredRealm desired;

  /**
   * @param admin with the right to view all of the realm; secrets are compared only if it may
   *     manage clients, too
   * @param realm its name
   * @param desired tells what to look for
   */
  public RealmReader(AdminApi admin, String realm, DesiredRealm desired) {
    this.realm = new RealmAddress(admin, realm);
    this.desired = desired;
  }

  /**
   * @throws KeycloakProblem if there is no such realm, or the administrator may not see it
   */
  public PresentRealm read() {
    JsonNode settings = realm.find();
    if (settings.isMissingNode()) {
      throw new KeycloakProblem(
          "Keycloak has no realm "
              + realm.realm()
              + ": import the file first, as realm-export/README.md says.");
    }
    ObjectNode document = Nodes.object();
    document.set("settings", settings);
    document.set("requiredActions", realm.get("authentication", "required-actions"));
    document.set("userProfile", realm.get("users", "profile"));
    document.set("keys", realm.get("keys"));
    document.set("defaultDefaultClientScopes", names(realm.get("default-default-client-scopes")));
    document.set("defaultOptionalClientScopes", names(realm.get("default-optional-client-scopes")));
    document.set("clientScopes", realm.get(SCOPES));
    ArrayNode clients = document.putArray(CLIENTS);
    desired.part(CLIENTS).forEach(client -> add(clients, client.path("clientId").asText()));
    roles(document);
    mappings(document);
    document.set("authenticationFlows", flows());
    providers(document);
    return new PresentRealm(document);
  }

  private void add(ArrayNode clients, String clientId) {
    JsonNode client = realm.client(clientId);
    if (!client.isMissingNode()) {
      clients.add(client);
    }
  }

  private void roles(ObjectNode document) {
    ObjectNode roles = document.putObject(ROLES);
    ArrayNode realmRoles = roles.putArray("realm");
    desired.part(ROLES).path("realm").forEach(role -> addRole(realmRoles, role, ROLES));
    ObjectNode ofClients = roles.putObject("client");
    for (Map.Entry<String, JsonNode> entry : desired.part(ROLES).path("client").properties()) {
      String id = clientId(document, entry.getKey());
      ArrayNode list = ofClients.putArray(entry.getKey());
      if (!id.isEmpty()) {
        entry.getValue().forEach(role -> addRole(list, role, CLIENTS, id, ROLES));
      }
    }
  }

  private void addRole(ArrayNode list, JsonNode role, String... path) {
    String[] address = Arrays.copyOf(path, path.length + 1);
    address[path.length] = role.path(NAME).asText();
    JsonNode found = realm.find(address);
    if (found.isMissingNode()) {
      return;
    }
    ObjectNode copy = Nodes.copy(found);
    if (found.path("composite").asBoolean()) {
      copy.set("composites", composites(found.path(ID).asText()));
    }
    list.add(copy);
  }

  private ObjectNode composites(String roleId) {
    ObjectNode composites = Nodes.object();
    for (JsonNode role : realm.get("roles-by-id", roleId, "composites")) {
      if (role.path("clientRole").asBoolean()) {
        String owner =
            realm.get(CLIENTS, role.path("containerId").asText()).path("clientId").asText();
        composites.withObject("/client").withArray(owner).add(role.path(NAME));
      } else {
        composites.withArray("realm").add(role.path(NAME));
      }
    }
    return composites;
  }

  private void mappings(ObjectNode document) {
    ArrayNode ofScopes = document.putArray("scopeMappings");
    for (JsonNode mapping : desired.part("scopeMappings")) {
      String scope = mapping.path("clientScope").asText();
      JsonNode found = Nodes.named(document.path("clientScopes"), NAME, scope);
      if (!found.isMissingNode()) {
        ObjectNode have = ofScopes.addObject().put("clientScope", scope);
        have.set(ROLES, names(realm.get(SCOPES, found.path(ID).asText(), MAPPINGS, "realm")));
      }
    }
    ObjectNode ofClients = document.putObject("clientScopeMappings");
    for (Map.Entry<String, JsonNode> entry : desired.part("clientScopeMappings").properties()) {
      ArrayNode list = ofClients.putArray(entry.getKey());
      String owner = clientId(document, entry.getKey());
      for (JsonNode mapping : entry.getValue()) {
        String client = mapping.path("client").asText();
        String id = clientId(document, client);
        if (!owner.isEmpty() && !id.isEmpty()) {
          ObjectNode have = list.addObject().put("client", client);
          have.set(ROLES, names(realm.get(CLIENTS, id, MAPPINGS, CLIENTS, owner)));
        }
      }
    }
  }

  private ArrayNode flows() {
    ArrayNode flows = Nodes.array();
    JsonNode all = realm.get("authentication", FLOWS);
    for (JsonNode flow : desired.part("authenticationFlows")) {
      String alias = flow.path("alias").asText();
      JsonNode found = Nodes.named(all, "alias", alias);
      if (!found.isMissingNode()) {
        ObjectNode copy = Nodes.copy(found);
        copy.set("executions", realm.get("authentication", FLOWS, alias, "executions"));
        flows.add(copy);
      }
    }
    return flows;
  }

  private void providers(ObjectNode document) {
    ArrayNode providers = document.putArray("identityProviders");
    ArrayNode mappers = document.putArray("identityProviderMappers");
    for (JsonNode provider : desired.part("identityProviders")) {
      String alias = provider.path("alias").asText();
      JsonNode found = realm.find("identity-provider", "instances", alias);
      if (!found.isMissingNode()) {
        providers.add(found);
        realm.get("identity-provider", "instances", alias, "mappers").forEach(mappers::add);
      }
    }
  }

  private static String clientId(ObjectNode document, String clientId) {
    return Nodes.named(document.path(CLIENTS), "clientId", clientId).path(ID).asText();
  }

  private static ArrayNode names(JsonNode things) {
    ArrayNode names = Nodes.array();
    things.forEach(thing -> names.add(thing.path(NAME)));
    return names;
  }
}
